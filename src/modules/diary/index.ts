export { diaryReach, mayReadDiary, type DiaryReach } from './access/policy.ts';
