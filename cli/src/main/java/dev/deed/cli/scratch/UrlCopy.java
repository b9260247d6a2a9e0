package dev.deed.cli.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.project.server.Ending;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A copy that another program has made.
///
/// @param reset brings it back to where it began; null where that cannot be done
final class UrlCopy implements Copy {

  private final Address address;
  private final Patience patience;
  private final @Nullable Runnable reset;
  private final Ending ending;
  private final Supplier<String> keeping;
  private boolean isUsed;

  UrlCopy(
      Address address,
      Patience patience,
      @Nullable Runnable reset,
      Ending ending,
      Supplier<String> keeping) {
    this.address = address;
    this.patience = patience;
    this.reset = reset;
    this.ending = ending;
    this.keeping = keeping;
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public Patience patience() {
    return patience;
  }

  /// Only where it began.
  @Override
  public Optional<Moment> remember() {
    var back = reset;
    if (back == null || isUsed) {
      return Optional.empty();
    }
    isUsed = true;
    return Optional.of(
        new Moment() {
          @Override
          public void restore() {
            back.run();
          }

          @Override
          public void close() {}
        });
  }

  @Override
  public String keep(String name, Instant until) {
    ending.isCalledOff();
    return "%s; %s".formatted(address.url(), keeping.get());
  }

  @Override
  public void close() {
    ending.come();
  }
}
