package dev.deed.cli.scratch;

import dev.deed.engine.backup.DatabaseTraits;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.scratch.ScratchBranch;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.engine.scratch.ScratchFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A copy on a server where further copies can be made of it.
public record ScratchCopy(ScratchDatabase database) implements Copy {

  @Override
  public Address address() {
    return database.address();
  }

  @Override
  public Patience patience() {
    return database.server().patience();
  }

  @Override
  public Optional<Moment> remember() {
    return Optional.of(new Remembered(database, database.copy(), extras()));
  }

  private List<String> extras() {
    var server = database.server();
    var other = server.database(database.address().target().database(), server.url().database());
    return DatabaseTraits.of(other.address(), server.patience(), database.name())
        .extras()
        .statements(database.name());
  }

  @Override
  public String keep(String name, Instant until) {
    var logical = database.address().target();
    var kept =
        database.handOver(
            ScratchBranch.databaseOf(name, logical.database().text()),
            ScratchBranch.remark(name, logical.environment() + "/" + logical.database(), until));
    return "%s; drop it with DROP DATABASE %s, or after %s with deed branch gc"
        .formatted(kept.address().url(), kept.name(), until);
  }

  @Override
  public void close() {
    drop(database);
  }

  /// What cannot be dropped now is dropped at the end of the server, which reports it where it
  /// cannot: a rehearsal goes on.
  private static void drop(ScratchDatabase database) {
    try {
      database.close();
    } catch (ScratchFailed _) {
      // once more at the end
    }
  }

  /// @param extras statements that give the database what a copy of it does not get
  private record Remembered(ScratchDatabase original, ScratchDatabase copy, List<String> extras)
      implements Moment {

    @Override
    public void restore() {
      original.becomes(copy);
      original.server().tryAll(extras);
    }

    @Override
    public void close() {
      drop(copy);
    }
  }
}
