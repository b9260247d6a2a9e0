package dev.deed.engine.script;

import dev.deed.engine.protocol.AlreadyDone;
import dev.deed.engine.protocol.Concurrently;
import dev.deed.engine.protocol.Concurrently.Detachment;
import dev.deed.engine.protocol.Concurrently.Query;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.engine.protocol.SqlTemplate;
import dev.deed.sql.script.Statement;
import java.util.stream.Collectors;

/// The SQL around a statement that runs outside of transactions, in a script for `psql`.
final class AloneAsSql {

  private AloneAsSql() {}

  /// Drops what an interrupted statement left behind; PostgreSQL returns the names quoted.
  static String drop(Query leftover) {
    return """
    SELECT 'DROP INDEX CONCURRENTLY IF EXISTS ' || leftover.name FROM (
    %s) AS leftover (name) \\gexec
    """
        .formatted(withoutEnd(leftover));
  }

  static String refuse(Query unusable) {
    return """
    SELECT EXISTS (
    %s) AS deed_unusable \\gset
    \\if :deed_unusable
    DO $deed$ BEGIN
      RAISE EXCEPTION 'the index was built but is not valid' USING HINT = 'deed apply continues from here';
    END $deed$;
    \\endif
    """
        .formatted(withoutEnd(unusable));
  }

  /// An interrupted DETACH is finished instead of sent again.
  static String finishing(Detachment detachment, String statement) {
    return """
    SELECT EXISTS (SELECT FROM (
    %s) AS found (pending) WHERE pending) AS deed_pending \\gset
    \\if :deed_pending
    %s;
    \\else
    %s\\endif
    """
        .formatted(withoutEnd(detachment.pending()), detachment.finish(), statement);
  }

  /// The statement was sent by a run that was killed before it saw the end: PostgreSQL may report
  /// that it is already done.
  static String unlessDone(String sql, Statement statement) {
    var known = AlreadyDone.statesOf(statement);
    if (known.isEmpty()) {
      return sql;
    }
    var missing =
        new Concurrently(statement)
            .built().stream()
                .map(built -> " OR NOT EXISTS (\n" + withoutEnd(built) + ")")
                .collect(Collectors.joining());
    var states = known.stream().sorted().map(PsqlText::literal).collect(Collectors.joining(", "));
    return """
    \\set ON_ERROR_STOP off
    %s\\set deed_failed :ERROR
    \\set deed_state :SQLSTATE
    \\set ON_ERROR_STOP on
    SELECT :'deed_failed'::pg_catalog.bool AND (:'deed_state' NOT IN (%s)%s) AS deed_failed \\gset
    \\if :deed_failed
    DO $deed$ BEGIN
      RAISE EXCEPTION 'the statement failed, see above' USING HINT = 'deed apply continues from here';
    END $deed$;
    \\endif
    """
        .formatted(sql, states, missing);
  }

  private static String withoutEnd(Query query) {
    var values = query.parameters().stream().map(PsqlText::literal).toList();
    return SqlTemplate.filled(query.sql(), values) + "\n";
  }
}
