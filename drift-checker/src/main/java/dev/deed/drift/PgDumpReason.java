package dev.deed.drift;

import dev.deed.sql.UserException.Outcome;
import java.util.regex.Pattern;

/// Why `pg_dump` stopped, found in what it said, and what helps. The first that fits is taken.
enum PgDumpReason {
  /// `--lock-wait-timeout` sets the timeout of the statement that locks the tables.
  LOCKED(
      "canceling statement due to lock timeout|due to statement timeout\\s+\\S.*LOCK TABLE",
      "another session locks a table: run this again when that session has ended",
      Outcome.TRY_AGAIN),
  OUT_OF_LOCKS(
      "max_locks_per_transaction|max_pred_locks|out of shared memory",
      "the server has room for too few locks: ALTER SYSTEM SET max_locks_per_transaction = 1024,"
          + " and restart it",
      Outcome.TRY_AGAIN),
  ROW_SECURITY(
      "affected by row-level security policy",
      "row-level security hides rows from this role: use the owner of the table in the URL of that"
          + " environment, or a role with BYPASSRLS",
      Outcome.UNREADABLE),
  DENIED(
      "permission denied for \\w+",
      "grant that to the user of that environment's URL, or name another user there; pg_read_all_data"
          + " may read everything",
      Outcome.UNREADABLE),
  LOGIN(
      "password|authentication failed|no pg_hba.conf entry|is not permitted to log in|permission denied"
          + "|role \".*\" does not exist",
      "check the user and password in the URL of that environment, and the user's privileges",
      Outcome.UNREADABLE),
  NO_DATABASE(
      "database \".*\" (?:does not exist|is not currently accepting connections)",
      "check the database's name in the URL of that environment",
      Outcome.UNREADABLE),
  TOO_MANY_CONNECTIONS(
      "too many (?:connections|clients)|remaining connection slots|no more connections allowed",
      "run this again when other sessions have ended, or raise the limit on connections of that"
          + " server, database or role",
      Outcome.TRY_AGAIN),
  NOT_READY(
      "the database system is (?:starting up|shutting down|in recovery|not yet accepting)",
      "the server is starting or stopping: run this again in a while",
      Outcome.TRY_AGAIN),
  STANDBY(
      "conflict with recovery",
      "the standby needed what this session read: run this again, use the primary, or set"
          + " hot_standby_feedback = on at the standby",
      Outcome.TRY_AGAIN),
  TLS(
      "(?i)\\bSSL\\b.*(?:required|not support|certificate|error)|certificate verify failed"
          + "|root certificate|SSL negotiation",
      "check sslmode and sslrootcert in the URL of that environment",
      Outcome.UNREADABLE),
  POOL(
      "unsupported startup parameter|statement pooling|prepared statement .* does not exist"
          + "|query_wait_timeout",
      "a connection pool stands between: use the address of PostgreSQL itself in the URL of that"
          + " environment",
      Outcome.UNREADABLE),
  HOST(
      "could not translate host name",
      "check the host in the URL of that environment",
      Outcome.TRY_AGAIN),
  CANCELLED(
      "canceling statement due to (?:statement timeout|user request)|transaction timeout",
      "another session, or a time limit, cancelled it: run this again; a limit of the role is seen with"
          + " SELECT * FROM pg_db_role_setting",
      Outcome.TRY_AGAIN),
  /// Before the lost connection, which is what the client sees of a server that fell over.
  DAMAGED(
      "invalid page in block|could not read block|missing chunk number|could not open file"
          + "|could not access status of transaction",
      "the server cannot read its own files: look into its log, and restore it from a backup",
      Outcome.UNREADABLE),
  ORPHANED(
      "with OID \\d+ does not exist|cache lookup failed|could not open relation with OID"
          + "|could not find (?:parent|function definition|relation)",
      "something was dropped meanwhile: run this again; if the message stays, the server's catalogs"
          + " are damaged",
      Outcome.TRY_AGAIN),
  NO_SPACE(
      "No space left on device|could not (?:extend|write)|Disk quota exceeded",
      "make room on the disk that it names, then run this again",
      Outcome.TRY_AGAIN),
  OUT_OF_MEMORY(
      "out of memory|Cannot allocate memory",
      "there is too little memory, here or on the server: run this again when there is more",
      Outcome.TRY_AGAIN),
  SLOW(
      "did not finish within",
      "the server is slow, or does not answer at all: look at what it does with deed emergency, then run"
          + " this again",
      Outcome.TRY_AGAIN),
  STOPPED(
      "and said nothing",
      "something stopped it, the system perhaps for want of memory: run this again",
      Outcome.TRY_AGAIN),
  LOST(
      "server closed the connection|terminating connection|connection.* closed unexpectedly"
          + "|could not receive data|could not send data|Connection reset|no connection to the server"
          + "|lost connection",
      "the connection was lost on the way: look into the server's log for the reason, then run this"
          + " again",
      Outcome.TRY_AGAIN),
  OTHER(
      "",
      "check the URL of that environment and that the server is up, then run this again",
      Outcome.TRY_AGAIN);

  private final Pattern words;
  private final String advice;
  private final Outcome outcome;

  PgDumpReason(String words, String advice, Outcome outcome) {
    this.words = Pattern.compile(words);
    this.advice = advice;
    this.outcome = outcome;
  }

  static PgDumpReason of(String said) {
    for (var reason : values()) {
      if (reason.words.matcher(said).find()) {
        return reason;
      }
    }
    return OTHER;
  }

  String advice() {
    return advice;
  }

  Outcome outcome() {
    return outcome;
  }
}
