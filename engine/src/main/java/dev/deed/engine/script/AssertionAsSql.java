package dev.deed.engine.script;

import dev.deed.engine.Assertion;
import dev.deed.engine.protocol.PsqlText;

/// An assertion after a statement, in a script for `psql`: a block that raises an exception if the
/// assertion does not hold.
final class AssertionAsSql {

  /// Takes a row's text apart, so that its columns are formatted as by `psql -At`.
  private static final String CHECK =
      """
      DECLARE
        asked pg_catalog.text := %s;
        expected pg_catalog.text := %s;
        answer pg_catalog.text;
        line record;
      BEGIN
        FOR line IN EXECUTE asked LOOP
          answer := pg_catalog.concat(answer || E'\\n', (
            SELECT pg_catalog.string_agg(
              CASE WHEN part[1] LIKE '"%%'
                THEN pg_catalog.replace(pg_catalog.replace(
                  pg_catalog.substr(part[1], 2, pg_catalog.length(part[1]) - 2),
                  '""', '"'), E'\\\\\\\\', E'\\\\')
                ELSE part[1] END, '|')
            FROM pg_catalog.regexp_matches(
              pg_catalog.substr(line::pg_catalog.text, 2, pg_catalog.length(line::pg_catalog.text) - 2) || ',',
              E'("(?:[^"\\\\\\\\]|""|\\\\\\\\\\\\\\\\)*"|[^,"]*),', 'g') AS part));
        END LOOP;
        IF coalesce(answer, '') <> expected THEN
          RAISE EXCEPTION '%% returned "%%", but "%%" was expected', asked, answer, expected;
        END IF;
      END
      """;

  private AssertionAsSql() {}

  static String of(Assertion assertion) {
    var body =
        CHECK.formatted(PsqlText.literal(assertion.query()), PsqlText.literal(assertion.value()));
    return "DO " + PsqlText.quoted("$expect", "\n" + body) + ";\n";
  }
}
