package dev.deed.expand;

import dev.deed.expand.SyncTrigger.Named;

/// The function of the triggers that note who still uses the old form.
final class NoteFunction {

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
              %3$s
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

  private NoteFunction() {}

  /// @param overruled whether an update also changed the new form, as a condition
  static String of(Named names, String overruled) {
    return text(
        names,
        "IF TG_OP = 'UPDATE' THEN\n            is_both := %s;\n        END IF;"
            .formatted(overruled));
  }

  /// Where there is no new form.
  static String of(Named names) {
    return text(names, "is_both := false;");
  }

  private static String text(Named names, String overruled) {
    return NOTE.formatted(
        names.note().quoted(), names.setting(), overruled, ColumnCopy.literal(names.change()));
  }

  /// True in a session that has noted nothing in this minute.
  static String notNoted(Named names) {
    return "current_setting('%s', true) IS DISTINCT FROM date_trunc('minute', now())::text"
        .formatted(names.setting());
  }
}
