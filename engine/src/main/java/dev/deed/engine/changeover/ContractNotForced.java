package dev.deed.engine.changeover;

import dev.deed.sql.UserException;
import java.io.Serial;

/// A contract that has no down is not applied before its time.
public final class ContractNotForced extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private ContractNotForced(String message, String advice) {
    super(message, advice);
  }

  static void refuseWithoutDown(ContractGate gate) {
    if (!gate.migration().hasDown()) {
      throw new ContractNotForced(
          gate.words() + ", and it has no down: what it drops could not be brought back",
          "write its down, or wait until it is due: deed contract");
    }
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
