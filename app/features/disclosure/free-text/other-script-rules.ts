import type { Marked } from './text-question';

/** A student word of a language and what a name after it looks like. The first group is the name. */
const afterStudent = [
  // Arabic, Persian, Urdu: one or two words that are no particle.
  /(?<!\p{L})(?:ال)?(?:طالب علم|طالب[ةه]?|تلميذ[ةه]?|شاگرد|دانش[ ‌]?آموز)[: ،]{1,3}(?!(?:في|من|على|مع|إلى|الى|عن|لا|لم|كان|كانت|قال|قالت|هو|هي|ذو|ذات|و|در|از|به|با|کہ|کے|کی|کا)(?!\p{L}))(?!ال)(\p{Script=Arabic}{2,20}(?: \p{Script=Arabic}{2,20})?)/gu,
  // Hebrew
  /(?<!\p{L})ה?תלמיד(?:ה)?[: ]{1,3}(?!(?:של|עם|על|לא|עם|אחד|אחת|היה|הייתה|עם|הוא|היא|מ|ב|ש)(?!\p{L}))(\p{Script=Hebrew}{2,20}(?: \p{Script=Hebrew}{2,20})?)/gu,
  // Chinese: a common surname and one or two characters.
  /(?:学生|學生|同学|同學)[:： ]?([王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭谢謝宋韩韓唐冯馮董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎潘戴钟鍾汪田任姜范][\p{Script=Han}](?:(?![的了在是说說和很也都不会會有完写寫读讀做看想问問答去来來到把被让讓用今])\p{Script=Han})?)/gu,
  // Korean: a family name and two syllables, on either side.
  /학생 ?([김이박최정강조윤장임한오서신권황안송류전홍][가-힣]{2})(?![가-힣]{3})/gu,
  /(?<![가-힣])([김이박최정강조윤장임한오서신권황안송류전홍][가-힣]{2}) ?(?:학생|양|군)(?![가-힣]{2})/gu,
  // Japanese
  /(?:生徒|児童|学生)の?([\p{Script=Han}]{2,4}|[\p{Script=Katakana}ー]{2,10})(?=さん|くん|君|ちゃん)/gu,
  // Hindi, Nepali, Bengali, Amharic
  /(?:छात्रा?|विद्यार्थी|ছাত্রী?|শিক্ষার্থী|ተማሪ)[: ]{1,2}([\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Ethiopic}]{2,24})/gu,
  // Russian, Ukrainian
  /(?<!\p{L})(?:[Уу]чени(?:к|ца|цы|цу|ка)|[Уу]чен(?:ь|иця)|[Сс]тудент(?:ка)?)[: ]{1,2}(\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?)/gu,
  // An English student word before a script without capitals.
  /(?<!\p{L})(?:student|pupil|child|kid|boy|girl|learner|scholar)s?,? (?:named |called )?(\p{Lo}[\p{Lo}\p{M}]{0,20}(?: \p{Lo}[\p{Lo}\p{M}]{0,20})?)/giu,
];

/** Names in scripts without capitals, asked about only where a word for a student stands beside them. */
export function findNamesOfOtherScripts(text: string): Marked[] {
  return afterStudent.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Marked => {
      const name = match[1] ?? match[0];
      const from = match.index + match[0].lastIndexOf(name);
      return { kind: 'student_name', from, to: from + name.length };
    }),
  );
}
