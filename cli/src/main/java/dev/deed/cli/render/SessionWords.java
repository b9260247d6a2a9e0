package dev.deed.cli.render;

import dev.deed.cli.report.EmergencyScreen.Whose;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.sql.Secrets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One session in words.
///
/// @param database that is looked at: another one is named
record SessionWords(Whose whose, String database) {

  private static final int LONGEST = 160;

  /// `pid 4711, web@10.0.0.5, psql (service web), idle in transaction for 5 min 2 s`
  String of(LiveSession session) {
    var client = session.client();
    var text = new StringBuilder("pid ").append(session.pid());
    if (session.isAutovacuum()) {
      text.append(", autovacuum");
    } else {
      text.append(", ").append(client.role());
      if (client.address() != null) {
        text.append('@').append(client.address());
      }
      if (!client.application().isEmpty()) {
        text.append(", ").append(client.application());
      }
    }
    if (!client.database().isEmpty() && !client.database().equals(database)) {
      text.append(", database ").append(client.database());
    }
    whose
        .serviceOf(session.pid())
        .ifPresent(contact -> text.append(" (service ").append(contact.words()).append(')'));
    text.append(", ").append(state(session));
    var transaction = session.ages().transaction();
    var shown = session.isActive() ? session.ages().query() : session.ages().state();
    if (transaction != null && !age(transaction).equals(age(shown))) {
      text.append(", transaction open for ").append(age(transaction));
    }
    return PrintableText.line(text.toString());
  }

  private static String state(LiveSession session) {
    if (session.isHidden()) {
      return "which this role may not see";
    }
    var state = session.doing().state().isEmpty() ? "working" : session.doing().state();
    var age = session.isActive() ? session.ages().query() : session.ages().state();
    return state + (age == null ? "" : " for " + age(age));
  }

  /// The statement on one line; secrets are masked before anything is cut.
  String query(LiveSession session) {
    return query(session.statement());
  }

  static String query(String sql) {
    var line = Secrets.masked(sql).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    var shown = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    return shown.isEmpty() ? "(no statement)" : PrintableText.line(shown);
  }

  static String progress(LiveSession.Progress progress) {
    var part =
        progress.total() > 0
            ? ", %d %% (%,d of %,d)"
                .formatted(
                    Math.min(100, progress.done() * 100 / progress.total()),
                    progress.done(),
                    progress.total())
            : "";
    return PrintableText.line(
        "%s%s: %s%s"
            .formatted(
                progress.what(),
                progress.table().isEmpty() ? "" : " on " + progress.table(),
                progress.phase(),
                part));
  }

  /// `2 h 5 min`, `5 min 2 s`, `3 s`
  static String age(@Nullable Duration age) {
    if (age == null) {
      return "an unknown time";
    }
    if (age.toDays() > 0) {
      return "%d d %d h".formatted(age.toDays(), age.toHoursPart());
    }
    if (age.toHours() > 0) {
      return "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
    }
    return age.toMinutes() > 0
        ? "%d min %d s".formatted(age.toMinutes(), age.toSecondsPart())
        : age.toSeconds() + " s";
  }
}
