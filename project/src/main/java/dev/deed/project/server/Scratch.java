package dev.deed.project.server;

import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.scratch.Leftovers;
import dev.deed.engine.scratch.ScratchServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The server for a proof: one that the user names, or the PostgreSQL that comes with deed, started
/// for this command. What it has made there is removed also when the process is ended early.
public final class Scratch implements AutoCloseable {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final ScratchServer server;
  private final Ending ending;
  private final boolean isOwn;
  private final Leftovers leftovers;

  private Scratch(ScratchServer server, Ending ending, boolean isOwn, Leftovers leftovers) {
    this.leftovers = leftovers;
    this.server = server;
    this.ending = ending;
    this.isOwn = isOwn;
  }

  /// @param url of a database on a server where this role may create others; null for deed's own
  ///   server
  /// @param environment of the process: libpq's variables
  public static Scratch open(@Nullable String url, Map<String, String> environment) {
    return url == null ? embedded() : named(ConnectionUrl.parse(url, environment));
  }

  private static Scratch named(ConnectionUrl url) {
    return on(server(url));
  }

  /// On a server that others use, too. What programs that were killed have left there is dropped.
  public static Scratch on(ScratchServer server) {
    var ending = Ending.of(server::dropAll);
    try {
      return new Scratch(server, ending, false, server.dropLeftovers());
    } catch (RuntimeException e) {
      ending.come();
      throw e;
    }
  }

  /// An early end waits until the server has started, and stops it then.
  private static Scratch embedded() {
    TemporaryServers.removeLeftovers();
    var claimed = TemporaryServers.claim();
    var folder = claimed.folder();
    var started = new ArrayList<EmbeddedServer>();
    var ending =
        Ending.of(() -> {
          synchronized (started) {
            started.forEach(EmbeddedServer::close);
          }
          claimed.close();
        });
    try {
      synchronized (started) {
        started.add(EmbeddedServer.start(folder.resolve("server")));
      }
      var url = started.getFirst().urlOf("postgres");
      return new Scratch(server(ConnectionUrl.parse(url, Map.of())), ending, true, Leftovers.NONE);
    } catch (RuntimeException e) {
      ending.come();
      throw e;
    }
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

  /// What others had left there, which was dropped at the beginning, or could not be.
  public Leftovers leftovers() {
    return leftovers;
  }

  @Override
  public void close() {
    ending.come();
  }
}
