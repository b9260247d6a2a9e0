package dev.deed.cli;

import org.graalvm.nativeimage.VMRuntime;

/// The rest of the start of a native image. The image leaves the arguments alone, so that `-Xmx1g`
/// or `-Dx=y` reach the command line like any unknown option; then it also leaves its own start-up,
/// the handling of signals among it, to the program.
final class NativeStart {

  /// What `ImageInfo` looks at; that class is missing on the JVM.
  private static final String KIND = "org.graalvm.nativeimage.imagecode";

  private NativeStart() {}

  static boolean isNative() {
    return "runtime".equals(System.getProperty(KIND));
  }

  static void complete() {
    if (isNative()) {
      VMRuntime.initialize();
    }
  }
}
