package dev.deed.ownership;

import dev.deed.sql.ServiceName;
import java.util.List;

/// The owner of a table.
public sealed interface Owner {

  record OwnedBy(ServiceName service, Claim claim) implements Owner {}

  record Unowned() implements Owner {}

  /// Several services claim the table, each equally specifically.
  record Contested(List<Claim> claims) implements Owner {
    public Contested {
      claims = List.copyOf(claims);
    }
  }
}
