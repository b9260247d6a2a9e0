package dev.deed.ownership;

import dev.deed.sql.ServiceName;
import java.util.List;

/// The answer to "whose table is this".
public sealed interface Owner {

  record OwnedBy(ServiceName service, Claim claim) implements Owner {}

  record Unowned() implements Owner {}

  /// Several services claim it, each as specifically as the others.
  record Contested(List<Claim> claims) implements Owner {
    public Contested {
      claims = List.copyOf(claims);
    }
  }
}
