package dev.deed.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A box of the checklist that a migration goes through before production.
public enum Box {
  CHECKED("deed check finds no error"),
  TESTED("applied elsewhere before"),
  REHEARSED("tried on a copy"),
  ROLLBACK("rollback documented"),
  DOWN_TESTED("rollback tried"),
  WAY_BACK("lost rows can be brought back"),
  TRACKED("recorded in the history"),
  LOCKS("no long lock"),
  COMPATIBLE("running code still works"),
  INDEXES("indexes built concurrently"),
  REPEATABLE("can be run again after a failure"),
  VOLUME("tried with rows as in production"),
  BACKUP("backup made"),
  WINDOW("maintenance window"),
  REVIEWED("reviewed by another person"),
  TOLD("owners and consumers told"),
  CODE("code of the services is ready"),
  DOCUMENTED("documentation up to date"),
  MONITORED("alerts watch it"),
  ACKNOWLEDGED("acknowledged for this environment");

  private final String title;

  Box(String title) {
    this.title = title;
  }

  /// As after `--box`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String title() {
    return title;
  }

  public static Optional<Box> of(String word) {
    return Arrays.stream(values()).filter(box -> box.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Box::word).toList();
  }
}
