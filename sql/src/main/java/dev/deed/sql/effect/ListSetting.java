package dev.deed.sql.effect;

import java.util.Set;

/// The settings whose value is a list of names, each of which may be quoted. All others have one
/// value.
public final class ListSetting {

  private static final Set<String> NAMES =
      Set.of(
          "search_path",
          "temp_tablespaces",
          "session_preload_libraries",
          "shared_preload_libraries",
          "local_preload_libraries",
          "unix_socket_directories");

  private ListSetting() {}

  public static boolean has(String setting) {
    return NAMES.contains(setting);
  }
}
