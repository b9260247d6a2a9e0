package dev.deed.expand;

import dev.deed.expand.SyncTrigger.Named;

/// The trigger that notes who still uses the old form, and its function.
///
/// A condition of the trigger itself would be parsed for every statement, at several times the cost
/// of a call: the function asks for itself, first a setting of the session.
final class NoteFunction {

  /// What fails here must not fail the write that is noted; a session asks again a minute later.
  /// The lock keeps others from waiting for the row; a serializable transaction must not read it.
  private static final String NOTE =
      """
      CREATE FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER
          SET search_path TO %6$s
          AS $deed$
      DECLARE
          app text;
          is_both boolean := false;
      BEGIN
          IF current_setting('%2$s', true) = date_trunc('minute', now())::text THEN
              RETURN %5$s;
          END IF;
          %3$s
          PERFORM set_config('%2$s', date_trunc('minute', now())::text, false);
          BEGIN
              app := coalesce(current_setting('application_name', true), '');
              IF NOT pg_try_advisory_xact_lock(1684368999, hashtext(concat_ws('/', %4$s, session_user, app, is_both))) THEN
                  RETURN %5$s;
              END IF;
              IF current_setting('transaction_isolation') <> 'serializable' THEN
                  IF EXISTS (SELECT FROM deed.column_writer w
                             WHERE w.change = %4$s AND w.role = session_user AND w.application = app
                                 AND w.overruled = is_both AND w.last > now() - interval '1 minute') THEN
                      RETURN %5$s;
                  END IF;
                  UPDATE deed.column_writer w SET last = clock_timestamp(), writes = w.writes + 1
                  WHERE w.change = %4$s AND w.role = session_user AND w.application = app
                      AND w.overruled = is_both;
                  IF FOUND THEN
                      RETURN %5$s;
                  END IF;
              END IF;
              INSERT INTO deed.column_writer (change, role, application, overruled)
              VALUES (%4$s, session_user, app, is_both);
          EXCEPTION WHEN OTHERS THEN
              NULL;
          END;
          RETURN %5$s;
      END
      $deed$\
      """;

  private NoteFunction() {}

  /// @param inserted whether an inserted row is of the old form, as a condition
  /// @param updated whether an updated row is
  /// @param overruled whether the update also changed the new form
  static String of(Named names, String inserted, String updated, String overruled) {
    return text(
        names,
        """
        IF TG_OP = 'INSERT' THEN
                IF (%s) IS NOT TRUE THEN
                    RETURN new;
                END IF;
            ELSE
                IF (%s) IS NOT TRUE THEN
                    RETURN new;
                END IF;
                is_both := %s;
            END IF;\
        """
            .formatted(inserted, updated, overruled),
        "new");
  }

  /// Of a statement: any that the trigger fires for.
  static String ofStatements(Named names) {
    return text(names, "-- Any write is noted.", "NULL");
  }

  private static String text(Named names, String condition, String result) {
    return NOTE.formatted(
        names.note().quoted(),
        names.setting(),
        condition,
        StringConstant.of(names.change()),
        result,
        names.path().of(condition));
  }
}
