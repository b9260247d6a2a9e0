package dev.deed.engine.connect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/// The Unix-domain sockets of one connection. pgjdbc knows hosts and ports only, so each socket has
/// an address among those that no machine has (RFC 6666), made from its path: nothing is looked up,
/// and one list may name sockets and hosts.
///
/// @param peer the operating system's user who must run the server; empty for any
record UnixSockets(List<String> paths, String peer) {

  private static final String PREFIX = "0100000000000000";

  UnixSockets {
    paths = List.copyOf(paths);
  }

  /// @param text as `asText` has made it
  static UnixSockets of(String text) {
    var lines = List.of(text.split("\n", -1));
    var paths = lines.stream().skip(1).filter(line -> !line.isEmpty()).toList();
    return new UnixSockets(paths, lines.getFirst());
  }

  /// For pgjdbc, which hands one text to its socket factory.
  String asText() {
    return peer + "\n" + String.join("\n", paths);
  }

  /// The address that stands for a path in the URL for pgjdbc.
  static String addressOf(String path) {
    var hex = PREFIX + HexFormat.of().formatHex(Arrays.copyOf(digest(path), 8));
    return "[" + hex.replaceAll("(.{4})(?!$)", "$1:") + "]";
  }

  /// Empty for the address of a real host.
  Optional<String> pathOf(InetSocketAddress address) {
    var found = address.getAddress();
    if (found == null) {
      return Optional.empty();
    }
    var hex = HexFormat.of().formatHex(found.getAddress());
    return paths.stream()
        .filter(path -> addressOf(path).replaceAll("[\\[\\]:]", "").equals(hex))
        .findFirst();
  }

  /// As libpq's `requirepeer`.
  void refuseOtherPeer(String path, SocketChannel channel) throws IOException {
    if (peer.isEmpty()) {
      return;
    }
    var server = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    if (!peer.equals(server)) {
      throw new OtherPeer(
          "requirepeer asks for %s, but %s runs the server at %s".formatted(peer, server, path));
    }
  }

  private static byte[] digest(String path) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Another user runs the server, and waiting does not change that.
  static final class OtherPeer extends SocketException {

    private static final long serialVersionUID = 1L;

    OtherPeer(String message) {
      super(message);
    }
  }
}
