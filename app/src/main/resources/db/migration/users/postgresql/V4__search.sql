-- Searching a text for a part of it needs trigrams. Whoever may create objects in the database may have them since
-- PostgreSQL 13; where that is not allowed, or they are not installed, searching reads the whole list.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR unique_violation THEN
    RAISE NOTICE 'pg_trgm is not here';
END
$$;
