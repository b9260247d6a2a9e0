package dev.deed.engine.look.emergency;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A session as `pg_stat_activity` shows it.
///
/// @param blockedBy the processes that it waits for; 0 is a prepared transaction
/// @param progress of an index build, a vacuum and the like; null for other statements
public record LiveSession(
    int pid,
    Client client,
    Doing doing,
    Ages ages,
    List<Integer> blockedBy,
    @Nullable Progress progress) {

  public LiveSession {
    blockedBy = List.copyOf(blockedBy);
  }

  /// @param database empty for processes of the server
  /// @param address null for a local socket
  /// @param kind as PostgreSQL names it: `client backend`; empty if the role may not see it
  public record Client(
      String database, String role, String application, @Nullable String address, String kind) {}

  /// @param state `active`, `idle in transaction` ...; empty if the role may not see it
  /// @param waitsFor type and name of the event, empty if it does not wait
  /// @param query the current statement, or the last one of an idle session
  public record Doing(String state, String waitsFor, String query) {}

  /// Null where the role may not see it, or there is none.
  ///
  /// @param began when the session and its transaction began, to the letter: process numbers are
  ///   reused
  /// @param state how long it has been in its state
  public record Ages(
      String began,
      @Nullable Duration session,
      @Nullable Duration transaction,
      @Nullable Duration query,
      @Nullable Duration state) {}

  /// @param what `CREATE INDEX CONCURRENTLY`, `VACUUM` ...
  /// @param table empty where it is not known
  /// @param total 0 where it is not known
  public record Progress(String what, String phase, String table, long done, long total) {}

  /// What deed sends after a migration's statement, in the same message.
  private static final String PROTOCOL =
      "; SET CONSTRAINTS ALL IMMEDIATE; SELECT pg_catalog.concat('deed: ";

  /// The statement as its author knows it.
  public String statement() {
    var end = doing.query().indexOf(PROTOCOL);
    return end < 0 ? doing.query() : doing.query().substring(0, end).strip();
  }

  public boolean isWaiting() {
    return !blockedBy.isEmpty();
  }

  public boolean isActive() {
    return doing.state().equals("active") || doing.state().startsWith("fastpath");
  }

  public boolean isIdleInTransaction() {
    return doing.state().startsWith("idle in transaction");
  }

  public boolean isAutovacuum() {
    return client.kind().equals("autovacuum worker");
  }

  /// PostgreSQL starts it again until it is done.
  public boolean isAgainstWraparound() {
    return isAutovacuum() && doing.query().contains("(to prevent wraparound)");
  }

  /// A client's, and not a process of the server; a role that may not see the kind sees nothing but
  /// its role.
  public boolean isClient() {
    return client.kind().equals("client backend") || (isHidden() && !client.role().isEmpty());
  }

  /// The connected role may not see what it does.
  public boolean isHidden() {
    return client.kind().isEmpty() || doing.query().equals("<insufficient privilege>");
  }

  public boolean isIndexBuild() {
    return progress != null && progress.what().toUpperCase(Locale.ROOT).contains("INDEX");
  }

  LiveSession with(Progress newProgress) {
    return new LiveSession(pid, client, doing, ages, blockedBy, newProgress);
  }
}
