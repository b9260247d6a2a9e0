package dev.deed.cli.scratch;

import dev.deed.cli.host.Surroundings;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.scratch.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The server for a proof: one that the user names, or the PostgreSQL that comes with deed, started
/// for this command.
public final class Scratch implements AutoCloseable {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final ScratchServer server;
  private final Runnable end;
  private final Thread lastResort;
  private final boolean isOwn;

  private Scratch(ScratchServer server, Runnable end, boolean isOwn) {
    this.server = server;
    this.isOwn = isOwn;
    this.end = end;
    this.lastResort = new Thread(end, "scratch-cleanup");
  }

  /// @param url of a database on a server where this role may create others; null for deed's own
  ///   server
  public static Scratch open(@Nullable String url, Surroundings surroundings) {
    return url == null
        ? embedded()
        : new Scratch(
            server(ConnectionUrl.parse(url, surroundings.environment())), () -> {}, false);
  }

  /// Stopped and removed also when the process is ended early.
  private static Scratch embedded() {
    var folder = temporary();
    var started = EmbeddedServer.start(folder);
    var url = ConnectionUrl.parse(started.urlOf("postgres"), Map.of());
    var scratch =
        new Scratch(
            server(url),
            () -> {
              started.close();
              remove(folder);
            },
            true);
    Runtime.getRuntime().addShutdownHook(scratch.lastResort);
    return scratch;
  }

  private static ScratchServer server(ConnectionUrl url) {
    return new ScratchServer(url, new Patience(LONGEST_CONNECT, _ -> {}));
  }

  public ScratchServer server() {
    return server;
  }

  /// Only deed uses it: roles can be created there, and are gone with it.
  public boolean isOwn() {
    return isOwn;
  }

  @Override
  public void close() {
    try {
      if (isOwn) {
        Runtime.getRuntime().removeShutdownHook(lastResort);
      }
      end.run();
    } catch (IllegalStateException alreadyGoingDown) {
      // The hook does the same.
      return;
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("deed-scratch-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (var found = Files.walk(folder)) {
      for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException leftForTheSystem) {
      return;
    }
  }
}
