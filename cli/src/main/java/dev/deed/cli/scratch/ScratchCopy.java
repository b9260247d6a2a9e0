package dev.deed.cli.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.scratch.ScratchDatabase;
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
    return Optional.of(new Remembered(database, database.copy()));
  }

  @Override
  public void close() {
    database.close();
  }

  private record Remembered(ScratchDatabase original, ScratchDatabase copy) implements Moment {

    @Override
    public void restore() {
      original.becomes(copy);
    }

    @Override
    public void close() {
      copy.close();
    }
  }
}
