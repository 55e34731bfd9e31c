-- What `make run` shows.
SELECT category, count(*) AS figures, count(DISTINCT subject) AS subjects,
       count(DISTINCT indicator) AS indicators, min(period) AS first_period, max(period) AS last_period
FROM figures GROUP BY category ORDER BY figures DESC, category
