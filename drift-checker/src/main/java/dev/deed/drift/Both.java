package dev.deed.drift;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// The same for both sides, done at once.
public record Both<T>(T from, T to) {

  static <T> Both<T> of(Supplier<T> from, Supplier<T> to) {
    var other = new CompletableFuture<T>();
    Thread.ofPlatform()
        .name("other side")
        .daemon()
        .start(() -> {
          try {
            other.complete(to.get());
          } catch (RuntimeException | Error failure) {
            other.completeExceptionally(failure);
          }
        });
    var first = from.get();
    try {
      return new Both<>(first, other.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
