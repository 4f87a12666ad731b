-- Homework due on a day on which its page has no lesson: the diary shows it on the day itself.
create index homework_due_on_day on homework.homework (school_id, due_date)
  where due_lesson_id is null and due_date is not null and text is not null;
