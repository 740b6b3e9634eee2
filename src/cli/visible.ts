/**
 * Text for a terminal in which what a file contains cannot move the cursor, change colours or turn the direction of
 * writing: control characters except the line feed, and those that embed a direction, become `\uFFFD`.
 */
export const visible = (text: string): string => text.replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
