package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;

/// The schema that migrations leave is not known, because some of them are not SQL.
public final class NotRead extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private NotRead(String message, String advice) {
    super(message, advice);
  }

  static void check(DatabaseName database, List<Migration> migrations) {
    var unread = migrations.stream().filter(m -> m.origin().unread() != null).toList();
    if (!unread.isEmpty()) {
      var first = unread.getFirst();
      var reason = first.origin().unread();
      throw new NotRead(
          "what the migrations of %s do is not known: %s is not SQL%s"
              .formatted(
                  database,
                  first.file(),
                  unread.size() == 1 ? "" : ", and %d more are not".formatted(unread.size() - 1)),
          reason == null ? "" : reason.advice());
    }
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
