package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The triggers that keep an old and a new column equal while both are used, in both directions.
///
/// A row is right if the new value is the old one's conversion, or the old value is the new one's
/// conversion back: the second counts only where a conversion loses something. A write that changed
/// the new column decides, one that changed the old column only is carried over, and one that
/// changed neither costs a comparison. The first pair of triggers notes who still writes the old
/// column, once a minute in each session; it fires before the pair that makes the columns equal.
///
/// @param newLeads the new column has the name that code uses: its value decides in an `INSERT`
record SyncTrigger(
    QualifiedName table,
    Side old,
    Side added,
    Conversion conversion,
    Named names,
    boolean newLeads) {

  /// @param change the changeover's name
  /// @param prefix of the triggers: sorts after all others of the table
  /// @param sync the function that makes the columns equal
  /// @param note the function that notes writers
  record Named(String change, String prefix, QualifiedName sync, QualifiedName note) {

    String trigger(int order, String event) {
      return Identifier.quoted(Names.fit(prefix + order + "_" + change, "_" + event));
    }

    String setting() {
      return "deed.noted_" + Names.checksum(change);
    }
  }

  private static final String SYNC =
      """
      FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql
          AS $deed$
      BEGIN
          IF TG_OP = 'UPDATE' THEN
              IF %2$s THEN
                  IF %3$s THEN
                      %4$s;
                  END IF;
              ELSE
                  %5$s;
              END IF;
          ELSIF %6$s THEN
              %5$s;
          ELSIF %3$s THEN
              %4$s;
          END IF;
          RETURN new;
      END
      $deed$\
      """;

  /// What fails here must not fail the write that is noted; a session asks again a minute later.
  /// The lock keeps others from waiting for the row; a serializable transaction must not read it.
  private static final String NOTE =
      """
      CREATE FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER
          SET search_path TO pg_catalog, pg_temp
          AS $deed$
      DECLARE
          app text := coalesce(current_setting('application_name', true), '');
          is_both boolean := false;
      BEGIN
          PERFORM set_config('%2$s', date_trunc('minute', now())::text, false);
          BEGIN
              IF TG_OP = 'UPDATE' THEN
                  is_both := %3$s;
              END IF;
              IF NOT pg_try_advisory_xact_lock(1684368999, hashtext(concat_ws('/', %4$s, session_user, app, is_both))) THEN
                  RETURN new;
              END IF;
              IF current_setting('transaction_isolation') <> 'serializable' THEN
                  IF EXISTS (SELECT FROM deed.column_writer w
                             WHERE w.change = %4$s AND w.role = session_user AND w.application = app
                                 AND w.overruled = is_both AND w.last > now() - interval '1 minute') THEN
                      RETURN new;
                  END IF;
                  UPDATE deed.column_writer w SET last = clock_timestamp(), writes = w.writes + 1
                  WHERE w.change = %4$s AND w.role = session_user AND w.application = app
                      AND w.overruled = is_both;
                  IF FOUND THEN
                      RETURN new;
                  END IF;
              END IF;
              INSERT INTO deed.column_writer (change, role, application, overruled)
              VALUES (%4$s, session_user, app, is_both);
          EXCEPTION WHEN OTHERS THEN
              NULL;
          END;
          RETURN new;
      END
      $deed$\
      """;

  /// What makes the triggers, in the transaction that adds the new column.
  List<String> create() {
    var statements = new ArrayList<String>();
    statements.addAll(createNotes());
    statements.addAll(createSync());
    return statements;
  }

  List<String> createNotes() {
    return List.of(
        note(),
        trigger(1, "INSERT", noteInsert(), names.note()),
        trigger(1, "UPDATE", noteUpdate(), names.note()),
        always(1));
  }

  List<String> createSync() {
    return List.of(
        "CREATE " + sync(),
        trigger(2, "INSERT", "", names.sync()),
        trigger(
            2,
            "UPDATE",
            " WHEN (%s OR %s)".formatted(old.changed(), added.changed()),
            names.sync()),
        always(2));
  }

  /// After the columns were renamed: the triggers' conditions follow, a function's text does not.
  String replaceSync() {
    return "CREATE OR REPLACE " + sync();
  }

  List<String> drop() {
    var statements = new ArrayList<String>(dropNotes());
    statements.addAll(dropSync());
    return statements;
  }

  List<String> dropNotes() {
    return List.of(dropTrigger(1, "insert"), dropTrigger(1, "update"), dropFunction(names.note()));
  }

  List<String> dropSync() {
    return List.of(dropTrigger(2, "insert"), dropTrigger(2, "update"), dropFunction(names.sync()));
  }

  /// Rows in which the two columns do not agree, as a condition.
  String differs() {
    var forth = added.sameness().differ(added.quoted(), Conversion.inStatement(conversion.forth()));
    if (conversion.isNone()) {
      return forth;
    }
    var isBack = old.sameness().differ(old.quoted(), Conversion.inStatement(conversion.back()));
    return "%s AND (%s IS NULL OR %s)".formatted(forth, added.quoted(), isBack);
  }

  /// Carries the old values over, where they are not yet.
  String carryForth() {
    return "UPDATE %s SET %s = %s WHERE %s"
        .formatted(table.quoted(), added.quoted(), Expressions.sql(conversion.forth()), differs());
  }

  /// Carries the new values back.
  String carryBack() {
    var back = old.sameness().differ(old.quoted(), Conversion.inStatement(conversion.back()));
    return "UPDATE %s SET %s = %s WHERE %s"
        .formatted(
            table.quoted(),
            old.quoted(),
            Expressions.sql(conversion.back()),
            conversion.isNone()
                ? back
                : "%s AND (%s IS NULL OR %s)"
                    .formatted(
                        back,
                        old.quoted(),
                        added
                            .sameness()
                            .differ(added.quoted(), Conversion.inStatement(conversion.forth()))));
  }

  private String sync() {
    return SYNC.formatted(
        names.sync().quoted(),
        added.changed(),
        disagrees(),
        old.written() + " := " + back(),
        added.written() + " := " + forth(),
        newLeads ? oldIsGiven() + " AND " + added.omitted() : added.omitted());
  }

  private String oldIsGiven() {
    return old.unpredictable() ? "false" : old.given();
  }

  private String note() {
    return NOTE.formatted(
        names.note().quoted(), names.setting(), added.changed(), literal(names.change()));
  }

  private String noteInsert() {
    return " WHEN (%s AND %s AND %s)".formatted(oldIsGiven(), disagrees(), notNoted());
  }

  private String noteUpdate() {
    return " WHEN (%s AND %s AND %s)".formatted(old.changed(), disagrees(), notNoted());
  }

  private String notNoted() {
    return "current_setting('%s', true) IS DISTINCT FROM date_trunc('minute', now())::text"
        .formatted(names.setting());
  }

  private String disagrees() {
    return added.sameness().differ(added.written(), forth());
  }

  private String forth() {
    return Conversion.inTrigger(conversion.forth());
  }

  private String back() {
    return Conversion.inTrigger(conversion.back());
  }

  private String trigger(int order, String event, String when, QualifiedName function) {
    return "CREATE TRIGGER %s BEFORE %s ON %s FOR EACH ROW%s EXECUTE FUNCTION %s()"
        .formatted(
            names.trigger(order, event.toLowerCase(Locale.ROOT)),
            event,
            table.quoted(),
            when,
            function.quoted());
  }

  /// Also where a subscription or a restore writes.
  private String always(int order) {
    return "ALTER TABLE %s ENABLE ALWAYS TRIGGER %s, ENABLE ALWAYS TRIGGER %s"
        .formatted(table.quoted(), names.trigger(order, "insert"), names.trigger(order, "update"));
  }

  private String dropTrigger(int order, String event) {
    return "DROP TRIGGER %s ON %s".formatted(names.trigger(order, event), table.quoted());
  }

  private static String dropFunction(QualifiedName function) {
    return "DROP FUNCTION " + function.quoted() + "()";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
