/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.lanes.Chunks;

/**
 * Writes a planned routine as a class.
 *
 * <p>Each loop becomes a static method of its own: HotSpot compiles small methods early and well, and never compiles one of
 * more than 8000 bytes. All loads of a pass stand in front of its stores, and slot offsets are numbers in the code, so that
 * C2 sees that the stores of one pass touch nothing that the loads of the next ones read.
 *
 * <p>The slots of several units are neighbours, so a pass over all lanes of all units is one loop if every lane is in use; if
 * not, it is one for each unit.
 */
final class RoutineAssembler {
    /** Calls in one method: 20 bytes each, so far below the size from which HotSpot does not compile a method. */
    private static final int MOST_CALLS = 200;

    /** Steps in one class, which can have 65,535 constants: a loop has some 30 at most. */
    private static final int MOST_STEPS = 1000;

    /** The arrays of the regions, and the one for functions over lanes behind them. */
    private static final int ARRAY_ARGUMENTS = Region.values().length + 1;

    private static final String ARRAYS = "[D".repeat(ARRAY_ARGUMENTS) + ")V";
    private static final String RUN = "(I" + ARRAYS;
    private static final String RANGE = "(II" + ARRAYS;
    private static final String OBJECT = Type.getInternalName(Object.class);

    /** Where the arrays stand among the arguments of the static methods; argument 0 is the number of lanes. */
    private static final Map<Region, Integer> ARGUMENT = new EnumMap<>(Map.of(
            Region.SHARED, 1,
            Region.STATE, 2,
            Region.START, 3,
            Region.PARAMETERS, 4,
            Region.SCRATCH, 5,
            Region.RESULT, 6));

    private static final int LANES = 0;

    private final RoutinePlan plan;
    private final int stride;
    private final String className;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    private RoutineAssembler(final String name, final RoutinePlan plan, final int stride) {
        this.plan = plan;
        this.stride = stride;
        this.className = RoutineAssembler.class.getPackageName().replace('.', '/') + "/Generated_" + name;
    }

    /**
     * @param name what the routine computes, to be seen in stack traces and profiles
     * @param plan what it does
     * @param stride the distance between slots
     * @param code where the routine may be already, and is kept
     * @return the routine, ready to run
     */
    static Routine assemble(final String name, final RoutinePlan plan, final int stride, final GeneratedCode code) {
        final List<Routine> parts = new ArrayList<>();
        List<Assignment> scalars = plan.scalars();
        final List<Step> open = new ArrayList<>();
        for (final Step step : plan.steps()) {
            if (step instanceof Step.Across across) {
                add(name, plan.part(scalars, open), stride, code, parts);
                parts.add(AcrossUnits.routine(plan, across.assignment(), stride));
                scalars = List.of();
                open.clear();
            } else {
                if (open.size() == MOST_STEPS) {
                    add(name, plan.part(scalars, open), stride, code, parts);
                    scalars = List.of();
                    open.clear();
                }
                open.add(step);
            }
        }
        add(name, plan.part(scalars, open), stride, code, parts);
        if (parts.size() == 1) {
            return parts.get(0);
        }
        final Routine[] sequence = parts.toArray(Routine[]::new);
        return (lanes, shared, state, start, parameters, scratch, result, work) -> {
            for (final Routine part : sequence) {
                part.run(lanes, shared, state, start, parameters, scratch, result, work);
            }
        };
    }

    private static void add(
            final String name,
            final RoutinePlan plan,
            final int stride,
            final GeneratedCode code,
            final List<Routine> parts) {
        if (!plan.isEmpty()) {
            parts.add(code.routine(new RoutineAssembler(name, plan, stride).bytes()));
        }
    }

    private byte[] bytes() {
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                className,
                null,
                OBJECT,
                new String[] {Type.getInternalName(Routine.class)});
        constructor();
        final List<String> parts = new ArrayList<>();
        for (int from = 0; from < plan.scalars().size(); from += MOST_CALLS) {
            final List<Assignment> some =
                    plan.scalars().subList(from, Math.min(plan.scalars().size(), from + MOST_CALLS));
            parts.add(scalars("scalars" + from, some));
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            parts.add(step(i, plan.steps().get(i)));
        }
        run(grouped(parts));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private String step(final int number, final Step step) {
        if (step instanceof Loop loop) {
            return overUnits(
                    "loop", number, loop.extent(), (method, range) -> new LoopMethod(method, range, loop).write());
        }
        if (step instanceof Step.Calls calls) {
            final int extent =
                    calls.values().stream().mapToInt(plan.graph()::extent).sum();
            return overUnits(calls.function().method(), number, extent, (method, range) -> calls(method, range, calls));
        }
        throw new IllegalStateException(step + " is no step of one routine");
    }

    /**
     * Where the arguments of a method stand that works on a range of lanes.
     *
     * @param hasStart whether the range begins anywhere, else with lane 0
     * @param most what the end of the range does not exceed; another number in each method, see {@link #overLanes}
     */
    private record Range(boolean hasStart, int most) {
        /** Where the number of the lane behind the last one stands. */
        int end() {
            return hasStart ? 1 : 0;
        }

        int array(final Region region) {
            return ARGUMENT.get(region) + end();
        }

        int firstLocal() {
            return ARRAY_ARGUMENTS + 1 + end();
        }

        int work() {
            return ARRAY_ARGUMENTS + end();
        }

        void pushStart(final MethodVisitor method) {
            if (hasStart) {
                method.visitVarInsn(Opcodes.ILOAD, 0);
            } else {
                method.visitInsn(Opcodes.ICONST_0);
            }
        }
    }

    /** What writes the body of a method. */
    private interface Body {
        void write(MethodVisitor method, Range range);
    }

    /** Writes a method that does something for the used lanes of one unit or more. */
    private String overUnits(final String what, final int number, final int extent, final Body body) {
        final String name = what + number;
        final int most = Math.addExact(Math.multiplyExact(extent, stride), number);
        if (extent == 1) {
            body.write(part(name, RUN), new Range(false, most));
            return name;
        }
        final String inner = name + "_lanes";
        body.write(part(inner, RANGE), new Range(true, most));
        final MethodVisitor method = part(name, RUN);
        final Label notFull = new Label();
        method.visitVarInsn(Opcodes.ILOAD, LANES);
        number(method, stride);
        method.visitJumpInsn(Opcodes.IF_ICMPNE, notFull);
        method.visitInsn(Opcodes.ICONST_0);
        number(method, Math.multiplyExact(extent, stride));
        callRange(method, inner);
        method.visitInsn(Opcodes.RETURN);
        method.visitLabel(notFull);
        final int start = ARRAY_ARGUMENTS + 1;
        method.visitInsn(Opcodes.ICONST_0);
        method.visitVarInsn(Opcodes.ISTORE, start);
        final Label next = new Label();
        method.visitLabel(next);
        method.visitVarInsn(Opcodes.ILOAD, start);
        method.visitInsn(Opcodes.DUP);
        method.visitVarInsn(Opcodes.ILOAD, LANES);
        method.visitInsn(Opcodes.IADD);
        callRange(method, inner);
        method.visitVarInsn(Opcodes.ILOAD, start);
        number(method, stride);
        method.visitInsn(Opcodes.IADD);
        method.visitInsn(Opcodes.DUP);
        method.visitVarInsn(Opcodes.ISTORE, start);
        number(method, Math.multiplyExact(extent, stride));
        method.visitJumpInsn(Opcodes.IF_ICMPLT, next);
        method.visitInsn(Opcodes.RETURN);
        end(method);
        return name;
    }

    private void callRange(final MethodVisitor method, final String name) {
        for (int i = 1; i <= ARRAY_ARGUMENTS; i++) {
            method.visitVarInsn(Opcodes.ALOAD, i);
        }
        method.visitMethodInsn(Opcodes.INVOKESTATIC, className, name, RANGE, false);
    }

    /** Calls a function for what stands in some slots, putting the results there. */
    private void calls(final MethodVisitor method, final Range range, final Step.Calls calls) {
        final int offset =
                Math.multiplyExact(plan.places().get(calls.values().get(0)).slot(), stride);
        final int array = range.array(Region.SCRATCH);
        if (calls.function().overLanes()) {
            // Decided here since HotSpot compiles this code for one run, but the function once for few lanes and many.
            final Label few = new Label();
            method.visitVarInsn(Opcodes.ILOAD, range.end());
            range.pushStart(method);
            method.visitInsn(Opcodes.ISUB);
            number(method, Chunks.SHORT);
            method.visitJumpInsn(Opcodes.IF_ICMPLT, few);
            method.visitVarInsn(Opcodes.ALOAD, array);
            range.pushStart(method);
            number(method, offset);
            method.visitInsn(Opcodes.IADD);
            method.visitVarInsn(Opcodes.ILOAD, range.end());
            number(method, offset);
            method.visitInsn(Opcodes.IADD);
            method.visitVarInsn(Opcodes.ALOAD, range.work());
            invoke(method, calls.function().owner(), calls.function().method(), "([DII[D)V");
            method.visitInsn(Opcodes.RETURN);
            method.visitLabel(few);
        }
        overLanes(method, range, () -> {
            for (int i = 0; i < 2; i++) {
                method.visitVarInsn(Opcodes.ALOAD, array);
                method.visitVarInsn(Opcodes.ILOAD, range.firstLocal());
                if (offset > 0) {
                    number(method, offset);
                    method.visitInsn(Opcodes.IADD);
                }
            }
            method.visitInsn(Opcodes.DALOAD);
            invoke(method, calls.function().owner(), calls.function().method(), "(D)D");
            method.visitInsn(Opcodes.DASTORE);
        });
    }

    /**
     * Writes a loop that counts the lanes of a range in the first local variable, and the end of the method.
     *
     * <p>The end is compared with a number that it does not exceed: as C2 then knows that adding an offset to the counter
     * cannot overflow, all addresses share their computation, and loops of twice the size become vector instructions. Each
     * loop has a number of its own: with the same end, C2 has been seen to leave the second loop of a method scalar where
     * counted loops have safepoints, as under G1.
     */
    private static void overLanes(final MethodVisitor method, final Range range, final Runnable body) {
        final int counter = range.firstLocal();
        final Label condition = new Label();
        final Label start = new Label();
        method.visitVarInsn(Opcodes.ILOAD, range.end());
        number(method, range.most());
        invoke(method, Math.class, "min", "(II)I");
        method.visitVarInsn(Opcodes.ISTORE, range.end());
        range.pushStart(method);
        method.visitVarInsn(Opcodes.ISTORE, counter);
        method.visitJumpInsn(Opcodes.GOTO, condition);
        method.visitLabel(start);
        body.run();
        method.visitIincInsn(counter, 1);
        method.visitLabel(condition);
        method.visitVarInsn(Opcodes.ILOAD, counter);
        method.visitVarInsn(Opcodes.ILOAD, range.end());
        method.visitJumpInsn(Opcodes.IF_ICMPLT, start);
        method.visitInsn(Opcodes.RETURN);
        end(method);
    }

    private void constructor() {
        final MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        end(method);
    }

    /** Puts calls of calls in between until one method can hold the rest. */
    private List<String> grouped(final List<String> parts) {
        List<String> level = parts;
        for (int depth = 0; level.size() > MOST_CALLS; depth++) {
            final List<String> next = new ArrayList<>();
            for (int from = 0; from < level.size(); from += MOST_CALLS) {
                final String name = "group" + depth + "_" + from;
                final MethodVisitor method = part(name, RUN);
                for (final String call : level.subList(from, Math.min(level.size(), from + MOST_CALLS))) {
                    call(method, call, 0);
                }
                method.visitInsn(Opcodes.RETURN);
                end(method);
                next.add(name);
            }
            level = next;
        }
        return level;
    }

    private void run(final List<String> parts) {
        final MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", RUN, null, null);
        method.visitCode();
        parts.forEach(part -> call(method, part, 1));
        method.visitInsn(Opcodes.RETURN);
        end(method);
    }

    private void call(final MethodVisitor method, final String name, final int firstArgument) {
        method.visitVarInsn(Opcodes.ILOAD, firstArgument);
        for (int i = 1; i <= ARRAY_ARGUMENTS; i++) {
            method.visitVarInsn(Opcodes.ALOAD, firstArgument + i);
        }
        method.visitMethodInsn(Opcodes.INVOKESTATIC, className, name, RUN, false);
    }

    private MethodVisitor part(final String name, final String descriptor) {
        final MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        return method;
    }

    private static void end(final MethodVisitor method) {
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private String scalars(final String name, final List<Assignment> assignments) {
        final MethodVisitor method = part(name, RUN);
        for (final Assignment assignment : assignments) {
            method.visitVarInsn(Opcodes.ALOAD, ARGUMENT.get(Region.SHARED));
            number(method, assignment.target().slot());
            operation(method, assignment.value(), operand -> {
                final Operation.Load place = plan.places().get(operand);
                final Operation leaf = place == null ? plan.graph().operation(operand) : place;
                if (leaf instanceof Operation.Constant constant) {
                    method.visitLdcInsn(constant.value());
                } else {
                    method.visitVarInsn(Opcodes.ALOAD, ARGUMENT.get(Region.SHARED));
                    number(method, ((Operation.Load) leaf).slot());
                    method.visitInsn(Opcodes.DALOAD);
                }
            });
            method.visitInsn(Opcodes.DASTORE);
        }
        method.visitInsn(Opcodes.RETURN);
        end(method);
        return name;
    }

    private static void number(final MethodVisitor method, final int value) {
        if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            method.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            method.visitLdcInsn(value);
        }
    }

    /** What puts an operand on the stack. */
    private interface Operands {
        void push(int value);
    }

    /** Computes one operation of the graph, leaving its result on the stack. */
    private void operation(final MethodVisitor method, final int value, final Operands operands) {
        final Operation operation = plan.graph().operation(value);
        operation.operands().forEach(operands::push);
        if (operation instanceof Operation.Negate) {
            method.visitInsn(Opcodes.DNEG);
        } else if (operation instanceof Operation.Arithmetic arithmetic) {
            method.visitInsn(
                    switch (arithmetic.kind()) {
                        case ADD -> Opcodes.DADD;
                        case SUBTRACT -> Opcodes.DSUB;
                        case MULTIPLY -> Opcodes.DMUL;
                        case DIVIDE -> Opcodes.DDIV;
                    });
        } else if (operation instanceof Operation.Call call && call.method() instanceof Function.Unary unary) {
            invoke(method, unary.owner(), unary.method(), "(D)D");
        } else if (operation instanceof Operation.Call call && call.method() instanceof Function.Binary binary) {
            invoke(method, binary.owner(), binary.method(), "(DD)D");
        } else if (operation instanceof Operation.Call call && call.method() instanceof Function.Choice choice) {
            invoke(method, choice.owner(), choice.method(), "(DDD)D");
        } else {
            throw new IllegalStateException(operation + " is no operation on operands");
        }
    }

    private static void invoke(
            final MethodVisitor method, final Class<?> owner, final String name, final String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, descriptor, false);
    }

    /** One pass over the lanes as a method. */
    private final class LoopMethod {
        private final MethodVisitor method;
        private final Range range;
        private final Loop loop;
        private final Set<Integer> owned = new HashSet<>();
        private final Map<Integer, Integer> uses = new HashMap<>();
        private final Map<Integer, Integer> locals = new HashMap<>();
        private final int counter;
        private int nextLocal;

        LoopMethod(final MethodVisitor method, final Range range, final Loop loop) {
            this.method = method;
            this.range = range;
            this.counter = range.firstLocal();
            this.nextLocal = counter + 1;
            this.loop = loop;
            for (final Assignment assignment : loop.assignments()) {
                if (assignment.target().equals(plan.places().get(assignment.value()))) {
                    owned.add(assignment.value());
                }
            }
            loop.assignments().forEach(assignment -> count(assignment.value()));
        }

        private void count(final int value) {
            if (uses.merge(value, 1, Integer::sum) == 1 && place(value).isEmpty()) {
                plan.graph().operation(value).operands().forEach(this::count);
            }
        }

        /** Where a value stands that this loop does not compute. */
        private Optional<Operation.Load> place(final int value) {
            if (plan.graph().operation(value) instanceof Operation.Load leaf) {
                return Optional.of(leaf);
            }
            return owned.contains(value)
                    ? Optional.empty()
                    : Optional.ofNullable(plan.places().get(value));
        }

        void write() {
            uses.keySet().forEach(this::loadShared);
            overLanes(method, range, this::writeBody);
        }

        private void writeBody() {
            final List<Integer> stored = new ArrayList<>();
            for (final Assignment assignment : loop.assignments()) {
                push(assignment.value());
                stored.add(toLocal());
            }
            for (int i = 0; i < stored.size(); i++) {
                address(loop.assignments().get(i).target());
                method.visitVarInsn(Opcodes.DLOAD, stored.get(i));
                method.visitInsn(Opcodes.DASTORE);
            }
        }

        /** Reads what is the same for all lanes in front of the loop. */
        private void loadShared(final int value) {
            place(value).filter(place -> place.region() == Region.SHARED).ifPresent(place -> {
                method.visitVarInsn(Opcodes.ALOAD, range.array(Region.SHARED));
                number(method, place.slot());
                method.visitInsn(Opcodes.DALOAD);
                locals.put(value, toLocal());
            });
        }

        private int toLocal() {
            final int local = nextLocal;
            method.visitVarInsn(Opcodes.DSTORE, local);
            nextLocal += 2;
            return local;
        }

        private void push(final int value) {
            final Optional<Operation.Load> place = place(value);
            if (locals.containsKey(value)) {
                method.visitVarInsn(Opcodes.DLOAD, locals.get(value));
            } else if (plan.graph().operation(value) instanceof Operation.Constant constant) {
                method.visitLdcInsn(constant.value());
            } else if (place.isPresent()) {
                address(place.get());
                method.visitInsn(Opcodes.DALOAD);
                keepIfUsedAgain(value);
            } else {
                operation(method, value, this::push);
                keepIfUsedAgain(value);
            }
        }

        private void keepIfUsedAgain(final int value) {
            if (uses.get(value) > 1) {
                final int local = toLocal();
                locals.put(value, local);
                method.visitVarInsn(Opcodes.DLOAD, local);
            }
        }

        private void address(final Operation.Load place) {
            method.visitVarInsn(Opcodes.ALOAD, range.array(place.region()));
            method.visitVarInsn(Opcodes.ILOAD, counter);
            if (place.slot() > 0) {
                number(method, Math.multiplyExact(place.slot(), stride));
                method.visitInsn(Opcodes.IADD);
            }
        }
    }
}
