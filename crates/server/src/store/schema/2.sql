-- An article whose date is a moment is of the day of that moment; the first form filed it under the day it came.
UPDATE article SET day = substr(date, 1, 10)
WHERE length(date) > 10 AND substr(date, 11, 1) IN ('T', 't', ' ') AND date(substr(date, 1, 10)) IS substr(date, 1, 10);
