package dev.deed.engine.look.emergency;

import dev.deed.engine.History;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found at one moment; what could not be read is named.
///
/// @param server null if it could not be read
/// @param history null if it could not be read
/// @param failure why there is no connection, or null
public record Emergency(
    Target target,
    @Nullable ServerState server,
    Sessions sessions,
    List<LeftIndex> leftIndexes,
    @Nullable History history,
    List<Unread> unread,
    @Nullable UserException failure) {

  public Emergency {
    leftIndexes = List.copyOf(leftIndexes);
    unread = List.copyOf(unread);
  }

  /// Whether sessions and locks were read: without them, no run and no wait is known of.
  public boolean knowsSessions() {
    return unread.stream()
        .noneMatch(part ->
            part.what().equals(SessionsReader.SESSIONS)
                || part.what().equals(SessionsReader.LOCKS));
  }

  public static Emergency failed(Target target, UserException failure) {
    return new Emergency(target, null, Sessions.NONE, List.of(), null, List.of(), failure);
  }
}
