import static java.lang.classfile.ClassFile.StackMapsOption.GENERATE_STACK_MAPS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes the class files of a jar so that the JVM's cache of classes takes what they need at their start:
/// `java ClassFiles.java JAR`. What they do stays the same.
///
/// - Class files of Java 5 get the version of Java 8 and the stack maps that it asks for. The cache takes no older ones, and
///   picocli's are as old: to load and to verify them again takes a fifth of the time of `deed --version`.
/// - A switch over types, and `equals` and `hashCode` of a record, become ordinary code. As the compiler leaves them, the JVM
///   makes a class for each switch when it is first reached, and the cache does not keep it: `deed check` reaches a hundred.
/// - Of the other libraries, most files are never read. They go into a second jar, which the first names: the JVM reads the
///   list of twelve thousand files only where it looks for one that the cache does not have.
final class ClassFiles {

  /// What stays in the jar.
  private static final Pattern AT_HAND =
      Pattern.compile("(?:META-INF|dev/deed|io/quarkus/runner|org/postgresql|org/tukaani|picocli)/|[^/]*$");

  /// The first version whose classes are verified by stack maps alone.
  private static final int WITH_STACK_MAPS = 51;

  private static final int JAVA_8 = 52;

  private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private static final int HIDDEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private ClassFiles() {}

  public static void main(String[] arguments) throws IOException {
    var jar = Path.of(arguments[0]);
    var rest = jar.resolveSibling(jar.getFileName().toString().replace(".jar", "-rest.jar"));
    var written = jar.resolveSibling(jar.getFileName() + ".new");
    try (var in = new ZipFile(jar.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(written));
        var outOfRest = new ZipOutputStream(Files.newOutputStream(rest))) {
      var files = ClassFile.of(GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchy(in)));
      for (var entry : Collections.list(in.entries())) {
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
          put(out, entry.getName(), manifest(bytes(in, entry), rest));
        } else {
          var contents = newer(files, entry.getName(), bytes(in, entry));
          put(AT_HAND.matcher(entry.getName()).lookingAt() ? out : outOfRest, entry.getName(), contents);
        }
      }
    }
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(ZipOutputStream jar, String name, byte[] contents) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(contents);
    jar.closeEntry();
  }

  private static byte[] manifest(byte[] old, Path rest) throws IOException {
    var manifest = new Manifest(new ByteArrayInputStream(old));
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, rest.getFileName().toString());
    var written = new ByteArrayOutputStream();
    manifest.write(written);
    return written.toByteArray();
  }

  private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
    try (var in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static byte[] newer(ClassFile files, String name, byte[] bytes) {
    if (!name.endsWith(".class")) {
      return bytes;
    }
    var old = files.parse(bytes);
    if (old.majorVersion() < WITH_STACK_MAPS) {
      return files.transformClass(old, withStackMaps());
    }
    return mentions(old, SWITCHES) || mentions(old, RECORDS) ? files.transformClass(old, new Written(old).transform()) : bytes;
  }

  private static ClassTransform withStackMaps() {
    return ClassTransform.dropping(element -> element instanceof ClassFileVersion)
        .andThen(ClassTransform.endHandler(made -> made.withVersion(JAVA_8, 0)))
        .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));
  }

  private static boolean mentions(ClassModel model, String bootstrap) {
    for (var i = 0; i < model.constantPool().bootstrapMethodCount(); i++) {
      if (owner(model.constantPool().bootstrapMethodEntry(i).bootstrapMethod().asSymbol()).equals(bootstrap)) {
        return true;
      }
    }
    return false;
  }

  private static String owner(DirectMethodHandleDesc method) {
    var descriptor = method.owner().descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  /// A class whose calls of the two bootstraps become calls of methods that it gets.
  private static final class Written {

    private final ClassDesc owner;
    private final boolean isInterface;
    private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();

    Written(ClassModel old) {
      owner = old.thisClass().asSymbol();
      isInterface = old.flags().has(AccessFlag.INTERFACE);
    }

    ClassTransform transform() {
      return ClassTransform.transformingMethodBodies(this::code)
          .andThen(ClassTransform.endHandler(made -> methods.forEach(method -> method.accept(made))));
    }

    private void code(CodeBuilder code, CodeElement element) {
      if (element instanceof InvokeDynamicInstruction call) {
        var body = body(call);
        if (body != null) {
          var name = "deed$" + methods.size();
          var type = call.typeSymbol();
          methods.add(made -> made.withMethodBody(name, type, HIDDEN, body));
          code.invokestatic(owner, name, type, isInterface);
          return;
        }
      }
      code.with(element);
    }

    /// @return null for a call that stays as it is
    private static Consumer<CodeBuilder> body(InvokeDynamicInstruction call) {
      var arguments = call.bootstrapArgs();
      var type = call.typeSymbol();
      return switch (owner(call.bootstrapMethod()) + " " + call.bootstrapMethod().methodName() + " " + call.name()) {
        case SWITCHES + " typeSwitch typeSwitch" ->
            areClasses(arguments) && !type.parameterType(0).isPrimitive()
                ? code -> labels(code, type.parameterType(0), arguments)
                : null;
        case SWITCHES + " enumSwitch enumSwitch" ->
            code -> labels(code, type.parameterType(0), arguments);
        case RECORDS + " bootstrap equals" -> code -> equal(code, arguments);
        case RECORDS + " bootstrap hashCode" -> code -> hash(code, arguments);
        default -> null;
      };
    }

    private static boolean areClasses(List<ConstantDesc> labels) {
      return labels.stream().allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive());
    }

    /// The number of the first label, from a number on, that the value matches, as `SwitchBootstraps` says.
    ///
    /// @param enums whose constants the names among the labels are
    private static void labels(CodeBuilder code, ClassDesc enums, List<ConstantDesc> labels) {
      code.aload(0).ifThen(Opcode.IFNULL, isNull -> isNull.iconst_m1().ireturn());
      for (var i = 0; i < labels.size(); i++) {
        var next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next).aload(0);
        if (labels.get(i) instanceof ClassDesc type) {
          code.instanceOf(type).ifeq(next);
        } else {
          code.getstatic(enums, (String) labels.get(i), enums).if_acmpne(next);
        }
        code.loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(labels.size()).ireturn();
    }

    /// As `ObjectMethods` says: the same class, and each component equal.
    private static void equal(CodeBuilder code, List<ConstantDesc> arguments) {
      var record = (ClassDesc) arguments.getFirst();
      var differ = code.newLabel();
      code.aload(1).instanceOf(record).ifeq(differ);
      for (var field : fields(arguments)) {
        var type = field.invocationType().returnType();
        code.aload(0).getfield(record, field.methodName(), type);
        code.aload(1).checkcast(record).getfield(record, field.methodName(), type);
        switch (TypeKind.from(type)) {
          case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(differ);
          case LONG -> code.lcmp().ifne(differ);
          case FLOAT, DOUBLE -> code.invokestatic(boxOf(type), "compare", compares(type)).ifne(differ);
          default -> code.invokestatic(OBJECTS, "equals", EQUAL).ifeq(differ);
        }
      }
      code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
    }

    private static final MethodTypeDesc EQUAL =
        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    private static MethodTypeDesc compares(ClassDesc type) {
      return MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
    }

    /// As `ObjectMethods` does it: 31 times what was so far, and the next.
    private static void hash(CodeBuilder code, List<ConstantDesc> arguments) {
      var record = (ClassDesc) arguments.getFirst();
      code.iconst_0();
      for (var field : fields(arguments)) {
        var type = field.invocationType().returnType();
        code.loadConstant(31).imul();
        code.aload(0).getfield(record, field.methodName(), type);
        if (type.isPrimitive()) {
          code.invokestatic(boxOf(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
        } else {
          code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
        }
        code.iadd();
      }
      code.ireturn();
    }

    /// After the record's class and the names of its components.
    private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> arguments) {
      return arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
    }

    private static ClassDesc boxOf(ClassDesc primitive) {
      return switch (TypeKind.from(primitive)) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.descriptorString());
      };
    }
  }

  /// The classes of the jar, and those of Java.
  private static ClassHierarchyResolver hierarchy(ZipFile jar) {
    return ClassHierarchyResolver.ofResourceParsing((ClassDesc wanted) -> in(jar, wanted))
        .orElse(ClassHierarchyResolver.defaultResolver());
  }

  /// @return null for a class that is not in the jar
  private static InputStream in(ZipFile jar, ClassDesc wanted) {
    var descriptor = wanted.descriptorString();
    var entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
