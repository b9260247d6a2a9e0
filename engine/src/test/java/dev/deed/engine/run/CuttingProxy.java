package dev.deed.engine.run;

import dev.deed.engine.postgres.TestDatabase;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between deed and PostgreSQL, counts what goes there, and cuts the line where a test wants
/// it: behind a message that the server has got, and before its answer.
final class CuttingProxy implements AutoCloseable {

  private final TestDatabase database;
  private final ServerSocket server;
  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger countdown = new AtomicInteger();
  private final Set<Socket> silenced = ConcurrentHashMap.newKeySet();
  private final Semaphore answered = new Semaphore(0);
  private final AtomicInteger sent = new AtomicInteger();
  private final StringBuffer said = new StringBuffer();
  private volatile String message = "";
  private volatile boolean abandons;
  private volatile boolean isStuck;

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

  /// From now on nothing passes in either direction, and every connection stays open.
  void stick() {
    isStuck = true;
  }

  @Override
  public void close() {
    isStuck = false;
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
        client.setTcpNoDelay(true);
        backend.setTcpNoDelay(true);
        synchronized (sockets) {
          sockets.add(client);
          sockets.add(backend);
        }
        Thread.startVirtualThread(() -> toServer(client, backend));
        Thread.startVirtualThread(() -> toClient(backend, client));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void toServer(Socket client, Socket backend) {
    try {
      var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      var out = backend.getOutputStream();
      // The first message of a connection has no type.
      for (var next = message(in, 0); next.length > 0; next = message(in, 1)) {
        var text = new String(next, StandardCharsets.ISO_8859_1);
        sent.addAndGet(text.startsWith("Q") ? 1 : 0);
        said.append(text);
        var cut = isMessage(text);
        if (cut) {
          silenced.add(backend);
        }
        awaitMotion();
        out.write(next);
        if (cut) {
          answered.tryAcquire(1, TimeUnit.MINUTES); // the server does what was sent
          client.shutdownOutput();
          break;
        }
      }
    } catch (IOException | InterruptedException e) {
      // One side has gone, so does the other.
    }
    close(client, backend);
  }

  /// A whole message, which may come in several packets; empty at the end.
  ///
  /// @param type the number of bytes before its length
  private static byte[] message(DataInputStream in, int type) throws IOException {
    var head = in.readNBytes(type + Integer.BYTES);
    if (head.length < type + Integer.BYTES) {
      return new byte[0];
    }
    var length = ByteBuffer.wrap(head).getInt(type) + type;
    var message = Arrays.copyOf(head, length);
    in.readFully(message, head.length, length - head.length);
    return message;
  }

  private void toClient(Socket backend, Socket client) {
    try {
      var in = backend.getInputStream();
      var out = client.getOutputStream();
      var buffer = new byte[65_536];
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitMotion();
        if (!silenced.contains(backend)) {
          out.write(buffer, 0, n);
        } else if (isReady(buffer, n)) {
          answered.release();
        }
      }
    } catch (IOException | InterruptedException e) {
      // One side has gone, so does the other.
    }
    close(client, backend);
  }

  private void awaitMotion() throws InterruptedException {
    while (isStuck) {
      Thread.sleep(50);
    }
  }

  /// Whether it ends with `ReadyForQuery`: the letter, its length, and the transaction's state.
  private static boolean isReady(byte[] buffer, int length) {
    return length > 5 && buffer[length - 6] == 'Z' && buffer[length - 2] == 5;
  }

  private void close(Socket client, Socket backend) {
    for (var socket : List.of(client, backend)) {
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

  private boolean isMessage(String text) {
    return !message.isEmpty()
        && text.startsWith("Q")
        && text.contains(message)
        && countdown.decrementAndGet() == 0;
  }
}
