package dev.deed.engine.changeover;

import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.ContractOrder;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The gates of one contract in one database.
///
/// @param part null where the file names no changeover
/// @param holds why it may not be applied yet; empty where it may
/// @param remarks what could not be looked at
public record ContractGate(
    Migration migration,
    ContractOrder order,
    @Nullable ChangeoverPart part,
    List<Hold> holds,
    List<String> remarks) {

  public ContractGate {
    holds = List.copyOf(holds);
    remarks = List.copyOf(remarks);
  }

  public boolean isOpen() {
    return holds.isEmpty();
  }

  public MigrationName name() {
    return migration.name();
  }

  /// `auth/5_contract (web) is not due: it waits until 2026-12-01 10:00 UTC; api has not
  /// acknowledged it`
  public String words() {
    return name().words()
        + (isOpen()
            ? " is due"
            : " is not due: " + holds.stream().map(Hold::words).collect(Collectors.joining("; ")));
  }
}
