package dev.deed.cli.host;

import java.util.List;

/// Who uses the program, as far as the environment of the process says.
public final class Person {

  /// Accounts at CI servers, then those of the machine.
  private static final List<String> ACCOUNTS = List.of("GITHUB_ACTOR", "GITLAB_USER_LOGIN");

  private static final List<String> USERS = List.of("USER", "LOGNAME", "USERNAME");

  private Person() {}

  /// `@ann` for an account at a CI server; empty where nothing says it.
  public static String of(Surroundings surroundings) {
    var account = first(ACCOUNTS, surroundings);
    return account.isEmpty() ? first(USERS, surroundings) : "@" + account;
  }

  private static String first(List<String> names, Surroundings surroundings) {
    return names.stream()
        .map(name -> surroundings.environment().getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
