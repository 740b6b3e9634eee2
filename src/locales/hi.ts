import type { Messages } from './messages.js';

/**
 * Hindi. Form of address: आप. Confidence: medium.
 * The relational question, the labels of the ends, the follow-up and one form of the question to employees are the
 * project’s own wording, compared with the public wording of void.ai. All else was drafted by the project. No native
 * speaker has reviewed this file yet: corrections are welcome.
 */
export default {
  locale: 'hi',
  dir: 'ltr',
  question: {
    relational: {
      named: 'इसकी कितनी संभावना है कि आप किसी मित्र या सहकर्मी को {product} की सिफ़ारिश करेंगे?',
      us: 'इसकी कितनी संभावना है कि आप किसी मित्र या सहकर्मी को हमारी सिफ़ारिश करेंगे?',
    },
    transactional: {
      named: 'आपके हाल के अनुभव के आधार पर, इसकी कितनी संभावना है कि आप किसी मित्र या सहकर्मी को {product} की सिफ़ारिश करेंगे?',
      us: 'आपके हाल के अनुभव के आधार पर, इसकी कितनी संभावना है कि आप किसी मित्र या सहकर्मी को हमारी सिफ़ारिश करेंगे?',
    },
    employee: {
      named: 'इसकी कितनी संभावना है कि आप {product} को काम करने की जगह के रूप में सुझाएँगे?',
      us: 'इसकी कितनी संभावना है कि आप हमें काम करने की जगह के रूप में सुझाएँगे?',
    },
  },
  low: 'बिल्कुल भी संभावना नहीं',
  high: 'बहुत अधिक संभावना',
  followUp: 'आपके स्कोर का मुख्य कारण क्या है?',
  optional: 'वैकल्पिक',
  reasons: 'यह किस बारे में है?',
  contact: 'क्या हम इस बारे में आपसे संपर्क कर सकते हैं?',
  email: 'ईमेल पता',
  emailInvalid: 'name@example.com जैसा ईमेल पता दर्ज करें।',
  send: 'भेजें',
  close: 'बंद करें',
  snooze: 'बाद में पूछें',
  optOut: 'दोबारा न पूछें',
  thanks: 'आपके उत्तर के लिए धन्यवाद।',
  notSent: 'आपका उत्तर अभी सहेजा नहीं जा सका है।',
  retry: 'फिर से कोशिश करें',
  closed: 'प्रश्न बंद कर दिया गया है।',
  undo: 'पहले जैसा करें',
  region: 'सर्वेक्षण',
  scoreLabel: '{score}, {label}',
} satisfies Messages;
