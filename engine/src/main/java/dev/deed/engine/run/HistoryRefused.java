package dev.deed.engine.run;

import dev.deed.engine.connect.Address;
import dev.deed.sql.Identifier;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The connected role may not create, read or write deed's history; nothing was changed.
public final class HistoryRefused extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private HistoryRefused(String message, String advice, @Nullable SQLException cause) {
    super(message, advice, cause);
  }

  /// @param e null if the privileges were queried
  static HistoryRefused creation(Address address, @Nullable SQLException e) {
    var role = role(address);
    var database = Identifier.quoted(address.url().database());
    return new HistoryRefused(
        "%s: the role %s may not create the schema deed, which contains the history%s; nothing was changed"
            .formatted(address.target().words(), role, reason(e)),
        """
        ask an administrator of the database to run one of these:
        GRANT CREATE ON DATABASE %1$s TO %2$s;
        CREATE SCHEMA deed AUTHORIZATION %2$s;\
        """
            .formatted(database, role),
        e);
  }

  /// Only the owner of a table may change it.
  static HistoryRefused upgrade(Address address, SQLException e) {
    return new HistoryRefused(
        "%s: an older deed made the schema deed, and the role %s may not upgrade it%s; nothing was changed"
            .formatted(address.target().words(), role(address), reason(e)),
        "run this once as the owner of deed.migration, or let that owner type: GRANT <owner> TO %s"
            .formatted(role(address)),
        e);
  }

  /// @param e null if the privileges were queried
  static HistoryRefused use(Address address, @Nullable SQLException e) {
    var role = role(address);
    return new HistoryRefused(
        "%s: the role %s may not read and write deed's history%s; nothing was changed"
            .formatted(address.target().words(), role, reason(e)),
        """
        ask the owner of the schema deed to run:
        GRANT USAGE ON SCHEMA deed TO %1$s;
        GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA deed TO %1$s;\
        """
            .formatted(role),
        e);
  }

  public static HistoryRefused reading(Address address, SQLException e) {
    var role = role(address);
    return new HistoryRefused(
        "%s: the role %s may not read deed's history%s; nothing was changed"
            .formatted(address.target().words(), role, reason(e)),
        """
        ask the owner of the schema deed to run:
        GRANT USAGE ON SCHEMA deed TO %1$s;
        GRANT SELECT ON ALL TABLES IN SCHEMA deed TO %1$s;\
        """
            .formatted(role),
        e);
  }

  private static String reason(@Nullable SQLException e) {
    return e == null ? "" : ": " + FailureMessage.sentence(e);
  }

  private static String role(Address address) {
    var user = address.url().user();
    return user == null ? "CURRENT_USER" : Identifier.quoted(user);
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
