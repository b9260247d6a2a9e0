package dev.deed.ownership;

import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service of the ownership file.
///
/// @param role the database role that its migrations run under
/// @param who may write its migrations: accounts (`@name`) and addresses, with `*` for any text;
///   empty for any person
public record Service(
    ServiceName name,
    @Nullable String team,
    @Nullable String contact,
    @Nullable String role,
    List<String> who,
    Span span) {

  public Service {
    who = List.copyOf(who);
  }

  public Service(
      ServiceName name,
      @Nullable String team,
      @Nullable String contact,
      @Nullable String role,
      Span span) {
    this(name, team, contact, role, List.of(), span);
  }
}
