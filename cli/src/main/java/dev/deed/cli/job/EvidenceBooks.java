package dev.deed.cli.job;

import dev.deed.engine.Migrations;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.EvidenceBook;
import dev.deed.engine.evidence.EvidenceFound;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/// The evidence about the migrations of each database, read once.
final class EvidenceBooks {

  private final EvidencePlaces places;
  private final Migrations migrations;
  private final Clock clock;
  private final Map<DatabaseName, Kept> known = new HashMap<>();

  EvidenceBooks(EvidencePlaces places, Migrations migrations, Clock clock) {
    this.places = places;
    this.migrations = migrations;
    this.clock = clock;
  }

  /// @param store where it is kept, in words; empty where nothing says where
  /// @param trouble why it could not be read; empty where it could
  record Kept(EvidenceBook book, String store, String trouble) {}

  Kept of(DatabaseName database) {
    var kept = known.get(database);
    if (kept == null) {
      kept = read(database);
      known.put(database, kept);
    }
    return kept;
  }

  private Kept read(DatabaseName database) {
    var subjects = migrations.of(database).stream().map(Evidence.Subject::of).toList();
    var nothing = new EvidenceBook(EvidenceFound.nothing(clock.instant()));
    try {
      return places
          .of(database)
          .map(store -> new Kept(new EvidenceBook(store.find(subjects)), store.words(), ""))
          .orElse(new Kept(nothing, "", ""));
    } catch (UserException failure) {
      return new Kept(nothing, "the evidence about " + database, failure.firstLine());
    }
  }
}
