package dev.deed.engine.run;

import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between deed and PostgreSQL, counts what goes there, and cuts the line where a test wants
/// it: behind a message that the server has got, and before its answer.
final class CuttingProxy implements AutoCloseable {

  private final TestDatabase database;
  private final ServerSocket server;
  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger countdown = new AtomicInteger();
  private final Set<Socket> silenced = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sent = new AtomicInteger();
  private final StringBuffer said = new StringBuffer();
  private volatile String message = "";
  private volatile boolean abandons;

  private CuttingProxy(TestDatabase database, ServerSocket server) {
    this.database = database;
    this.server = server;
  }

  static CuttingProxy before(TestDatabase database) {
    try {
      var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var proxy = new CuttingProxy(database, server);
      Thread.startVirtualThread(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    var there = database.host() + ":" + database.port();
    return database.url().replace("@" + there, "@localhost:" + server.getLocalPort())
        + "?sslmode=disable&gssencmode=disable";
  }

  /// How often plain SQL was sent to the server; what looks after long statements sends none.
  int sent() {
    return sent.get();
  }

  /// All that was sent to the server, one byte a character.
  String said() {
    return said.toString();
  }

  /// @param count the line is cut at the count-th such message
  void dropAnswerTo(String text, int count) {
    message = text;
    countdown.set(count);
  }

  /// The same, and the server does not notice: nobody tells it that the client has gone.
  void loseClientAt(String text, int count) {
    abandons = true;
    dropAnswerTo(text, count);
  }

  @Override
  public void close() {
    try {
      server.close();
      synchronized (sockets) {
        for (var socket : sockets) {
          socket.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        var backend = new Socket(database.host(), database.port());
        synchronized (sockets) {
          sockets.add(client);
          sockets.add(backend);
        }
        Thread.startVirtualThread(() -> pump(client, backend, true));
        Thread.startVirtualThread(() -> pump(backend, client, false));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void pump(Socket from, Socket to, boolean toServer) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[65_536];
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sent.addAndGet(toServer && buffer[0] == 'Q' ? 1 : 0);
        if (toServer) {
          said.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
        var cut = toServer && isMessage(buffer, n);
        if (cut) {
          silenced.add(to);
        }
        if (!silenced.contains(from)) {
          out.write(buffer, 0, n);
          out.flush();
        }
        if (cut) {
          Thread.sleep(200); // the server does what was sent
          from.shutdownOutput();
          break;
        }
      }
    } catch (IOException | InterruptedException e) {
      // One side has gone, so does the other.
    }
    for (var socket : List.of(from, to)) {
      if (!abandons || !silenced.contains(socket)) {
        close(socket);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isMessage(byte[] buffer, int length) {
    var text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    return !message.isEmpty()
        && text.startsWith("Q")
        && text.contains(message)
        && countdown.decrementAndGet() == 0;
  }
}
