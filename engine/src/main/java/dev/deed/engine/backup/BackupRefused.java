package dev.deed.engine.backup;

import dev.deed.sql.UserException;
import java.util.List;

/// A backup would not have all rows.
public final class BackupRefused extends UserException {

  private static final long serialVersionUID = 1L;

  private static final int MOST = 20;

  BackupRefused(String target, List<String> problems) {
    super(
        "%s was not backed up, because the backup would not be whole: %s%s"
            .formatted(
                target,
                problems.size() == 1 ? "" : "\n- ",
                String.join("\n- ", problems.stream().limit(MOST).toList())
                    + (problems.size() > MOST
                        ? "\n- and %d more".formatted(problems.size() - MOST)
                        : "")),
        "let the role of the URL read all of it: GRANT pg_read_all_data TO <role>; where row-level"
            + " security is the reason: ALTER ROLE <role> BYPASSRLS");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
