package dev.deed.cli.render;

import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contact for a service's objects.
record Contact(String service, @Nullable String team, @Nullable String contact) {

  /// The contacts for a finding, each with its objects.
  static Map<Contact, Set<String>> of(Finding finding) {
    var contacts = new LinkedHashMap<Contact, Set<String>>();
    for (var subject : finding.subjects()) {
      var service = subject.owner();
      if (service != null) {
        var contact = new Contact(service, subject.team(), subject.contact());
        contacts.computeIfAbsent(contact, _ -> new LinkedHashSet<>()).add(subject.object());
      }
    }
    return contacts;
  }

  static Set<String> objects(Finding finding) {
    return finding.subjects().stream()
        .map(Subject::object)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// `web (Web platform, #web-platform)`
  String words() {
    var reachedAt = reachedAt();
    return reachedAt.isEmpty() ? service : "%s (%s)".formatted(service, reachedAt);
  }

  /// `Web platform, #web-platform`
  String reachedAt() {
    return Stream.of(team, contact).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}
