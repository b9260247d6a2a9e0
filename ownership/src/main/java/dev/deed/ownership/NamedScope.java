package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import java.util.List;
import java.util.Map;

/// A named part of the migrations, from which databases may be built: `scopes` of the ownership
/// file.
///
/// @param services that are in it as a whole
/// @param tables whose services are in it
public record NamedScope(
    String name,
    List<ServiceName> services,
    Map<DatabaseName, List<TablePattern>> tables,
    Span span) {

  /// The scope that needs no entry: every service.
  public static final String ALL = "all";

  public NamedScope {
    services = List.copyOf(services);
    tables = Map.copyOf(tables);
  }
}
