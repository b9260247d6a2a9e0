package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/// The privileges to grant as a script for `psql`; everything that is not SQL is a comment.
final class GrantsText {

  private GrantsText() {}

  static String of(DatabaseReport.Granted report) {
    var lines = new ArrayList<String>();
    for (var service : report.withoutRole()) {
      lines.add(
          "-- service %s has no role, so its migrations run under the role that deed connects as; set services.%s.role in the ownership file"
              .formatted(PrintableText.line(service), PrintableText.line(service)));
    }
    report.databases().forEach(database -> lines.addAll(lines(database)));
    return String.join("\n", lines);
  }

  private static List<String> lines(DatabaseReport.DatabaseGrants grants) {
    var lines = new ArrayList<String>();
    var target = grants.target();
    var head = "-- " + (target == null ? "database " + grants.database() : target.words()) + ": ";
    if (grants.failure() != null) {
      return List.of(head + "could not be read");
    }
    if (target == null) {
      lines.add(head + "all privileges that the migrations and the ownership file require");
      lines.addAll(once(grants.roles()));
      lines.addAll(grants.gap().giving());
      return lines;
    }
    if (grants.isAlike()) {
      return List.of(head + "agrees with the ownership file");
    }
    lines.add(head + "differs from the ownership file");
    for (var role : grants.roles()) {
      lines.add("CREATE ROLE " + PrintableText.line(Identifier.quoted(role)) + ";");
    }
    add(lines, "-- missing", grants.gap().giving());
    add(lines, "-- in excess", grants.gap().taking());
    return lines;
  }

  /// Roles belong to the whole server, and creating one twice is an error.
  private static List<String> once(Iterable<String> roles) {
    var lines = new ArrayList<String>();
    for (var role : roles) {
      var name = PrintableText.line(Identifier.quoted(role));
      lines.add(
          "-- once on each server: CREATE ROLE %s; GRANT %s TO <the role that deed connects as>;"
              .formatted(name, name));
    }
    return lines;
  }

  private static void add(List<String> lines, String head, List<String> statements) {
    if (!statements.isEmpty()) {
      lines.add(head);
      lines.addAll(statements.stream().map(PrintableText::line).toList());
    }
  }
}
