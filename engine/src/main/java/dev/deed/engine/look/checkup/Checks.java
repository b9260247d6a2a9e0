package dev.deed.engine.look.checkup;

import java.sql.SQLException;
import java.util.List;

/// All checks, in the order in which they are reported.
final class Checks {

  static final List<Check> ALL =
      List.of(
          new Check("TLS", ConnectionChecks::tls),
          new Check("pool", ConnectionChecks::pool),
          new Check("server version", ConnectionChecks::version),
          new Check("writable", ConnectionChecks::writable),
          new Check("clock", ConnectionChecks::clock),
          new Check("search path", SettingsChecks::searchPath),
          new Check("settings", SettingsChecks::refused),
          new Check("history", RightsChecks::history),
          new Check("history tables", TableChecks::tables),
          new Check("privileges", RightsChecks::privileges),
          new Check("roles", RightsChecks::roles),
          new Check("changeovers", RightsChecks::changeovers),
          new Check("long transactions", StateChecks::longTransactions),
          new Check("prepared transactions", StateChecks::preparedTransactions),
          new Check("invalid indexes", StateChecks::invalidIndexes),
          new Check("replication slots", StateChecks::replicationSlots));

  private Checks() {}

  /// @param name as in its diagnosis
  record Check(String name, Look look) {}

  @FunctionalInterface
  public interface Look {
    Diagnosis at(Server server) throws SQLException;
  }
}
