/* What `make run` shows: how many figures each category has, and the one that the program is surest of. */
SELECT category, 类别, figures, example FROM (
    SELECT category, coalesce(category.zh, '') AS 类别, count(*) AS figures, max(confidence),
           coalesce(subject || '：', '') || measure || ' ' || surface AS example
    FROM figures LEFT JOIN category ON category.code = figures.category
    GROUP BY figures.category)
ORDER BY figures DESC, category
