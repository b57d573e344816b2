-- A whole group's gap in words.
-- grain: one row a gap that is asked about
select coalesce(sentence, format('{} at {}: nothing can be told ({}).', label, coalesce(place_name, place), reason)) as sentence from asked_group_gap
