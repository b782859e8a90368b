/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ratesweep.core.lanes.Chunks;
import org.ratesweep.core.lanes.Exp;
import org.ratesweep.core.lanes.Log;
import org.ratesweep.core.lanes.SineCosine;
import org.ratesweep.core.lanes.SinhCosh;
import org.ratesweep.core.lanes.Tanh;

/**
 * The functions of the equation language, as one table: to add a function is to add a row.
 *
 * <p>A name may stand for several functions with different numbers of arguments.
 */
public enum Function {
    /** Sine. */
    SIN(names("sin"), "x", "the sine of an angle in radians", overLanes(SineCosine.class, "sin", SineCosine::sin)),
    /** Cosine. */
    COS(names("cos"), "x", "the cosine of an angle in radians", overLanes(SineCosine.class, "cos", SineCosine::cos)),
    /** Tangent. */
    TAN(names("tan"), "x", "the tangent of an angle in radians", one(Math.class, "tan", Math::tan)),
    /** Secant. */
    SEC(names("sec"), "x", "the secant of an angle in radians", formula("1 / cos(x)")),
    /** Cosecant. */
    CSC(names("csc"), "x", "the cosecant of an angle in radians", formula("1 / sin(x)")),
    /** Cotangent. */
    COT(names("cot"), "x", "the cotangent of an angle in radians", formula("1 / tan(x)")),
    /** Inverse sine. */
    ARCSIN(
            names("arcsin", "asin"),
            "x",
            "the angle from -pi/2 to pi/2 with the sine x",
            one(Math.class, "asin", Math::asin)),
    /** Inverse cosine. */
    ARCCOS(
            names("arccos", "acos"),
            "x",
            "the angle from 0 to pi with the cosine x",
            one(Math.class, "acos", Math::acos)),
    /** Inverse tangent. */
    ARCTAN(
            names("arctan", "atan"),
            "x",
            "the angle from -pi/2 to pi/2 with the tangent x",
            one(Math.class, "atan", Math::atan)),
    /** Hyperbolic sine. */
    SINH(names("sinh"), "x", "the hyperbolic sine", overLanes(SinhCosh.class, "sinh", SinhCosh::sinh)),
    /** Hyperbolic cosine. */
    COSH(names("cosh"), "x", "the hyperbolic cosine", overLanes(SinhCosh.class, "cosh", SinhCosh::cosh)),
    /** Hyperbolic tangent. */
    TANH(names("tanh"), "x", "the hyperbolic tangent", overLanes(Tanh.class, "tanh", Tanh::tanh)),
    /** Exponential. */
    EXP(names("exp"), "x", "the exponential function", overLanes(Exp.class, "exp", Exp::exp)),
    /** Natural logarithm. */
    LOG(names("log", "ln"), "x", "the natural logarithm", overLanes(Log.class, "log", Log::log)),
    /** Logarithm to a base. */
    LOG_TO_BASE(names("log", "ln"), "x, base", "the logarithm to a base", formula("log(x) / log(base)")),
    /** Square root. */
    SQRT(names("sqrt"), "x", "the square root", one(Math.class, "sqrt", Math::sqrt)),
    /** Power. */
    POW(names("pow"), "x, y", "x to the power of y, the same as x^y", formula("x^y")),
    /** Second power. */
    SQUARE(names("square"), "x", "x*x", one(Powers.class, "square", Powers::square)),
    /** Third power. */
    CUBE(names("cube"), "x", "x*x*x", one(Powers.class, "cube", Powers::cube)),
    /** Logistic function. */
    SIGMOID(names("sigmoid"), "x", "the logistic function, from 0 to 1", formula("1 / (1 + exp(-x))")),
    /** White noise, which only a run can give values. */
    NOISE(
            names("noise"),
            "sigma",
            "Gaussian white noise of strength sigma, as a term of a differential equation: sigma dW/dt",
            one(Noise.class, "value", Noise::value)),
    /** Absolute value. */
    ABSV(
            names("absv", "abs"),
            "x",
            "the absolute value, of a complex number its distance from 0",
            one(Math.class, "abs", Math::abs)),
    /** Sign. */
    SIGN(names("sign"), "x", "-1, 0 or 1, as x is negative, zero or positive", one(Math.class, "signum", Math::signum)),
    /** Larger of two. */
    MAXI(
            names("maxi", "max"),
            "x, y",
            "the larger of two numbers, NaN if one is NaN",
            two(Math.class, "max", Math::max)),
    /** Smaller of two. */
    MINI(
            names("mini", "min"),
            "x, y",
            "the smaller of two numbers, NaN if one is NaN",
            two(Math.class, "min", Math::min)),
    /** Length of a vector in the plane. */
    HYPOT(
            names("hypot"),
            "x, y",
            "sqrt(x^2 + y^2), which does not overflow on the way",
            two(Math.class, "hypot", Math::hypot)),
    /** Angle of a vector in the plane. */
    ARCTAN2(
            names("arctan2", "atan2"),
            "y, x",
            "the angle from -pi to pi between the x axis and the point (x, y)",
            two(Math.class, "atan2", Math::atan2)),
    /** Real part. */
    REAL(names("real"), "z", "the real part of a complex number", formula("z")),
    /** Imaginary part. */
    IMAG(
            names("imag"),
            "z",
            "the imaginary part of a complex number, 0 for a real one",
            one(RealLine.class, "imaginary", RealLine::imaginary)),
    /** Complex conjugate. */
    CONJ(names("conj"), "z", "the complex conjugate", formula("z")),
    /** Angle of a complex number. */
    ARG(names("arg", "angle"), "z", "the angle of a complex number, from -pi to pi", formula("arctan2(0, z)")),
    /** Chosen value. */
    WHERE(
            names("where"),
            "condition, x, y",
            "x where the condition holds (is not 0), y where it does not; both are computed, and only the chosen one counts",
            new Choice(Conditions.class, "where", Conditions::where)),
    /** Negated condition; written in front of its operand. */
    NOT(names("not"), "x", "1 where x does not hold (is 0), else 0", one(Conditions.class, "not", Conditions::not)),
    /** Step function. */
    HEAVISIDE(
            names("heaviside", "Heaviside"),
            "x",
            "0, 0.5 or 1, as x is negative, zero or positive",
            one(Conditions.class, "heaviside", Conditions::heaviside)),
    /** Error function. */
    ERF(names("erf"), "x", "the error function, from -1 to 1", one(ErrorFunction.class, "erf", ErrorFunction::erf)),
    /** Nearest integer. */
    ROUND(
            names("round"),
            "x",
            "the nearest integer, of two equally near ones the even one",
            one(Math.class, "rint", Math::rint)),
    /** Next integer below. */
    FLOOR(names("floor"), "x", "the largest integer that is not above x", one(Math.class, "floor", Math::floor)),
    /** Next integer above. */
    CEIL(names("ceil"), "x", "the smallest integer that is not below x", one(Math.class, "ceil", Math::ceil)),
    /** Nothing at all. */
    NO_OP(names("no_op", "index_axis"), "x", "x itself", formula("x")),
    /** Sum of a vector. */
    VSUM(names("vsum"), "x", "the sum of a vector's elements", new OverUnits()),
    /** Mean of a vector. */
    MEAN(names("mean"), "x", "the mean of a vector's elements", new OverUnits()),
    /** Element of a vector. */
    INDEX(
            names("index", "index_axis"),
            "x, i",
            "element i of a vector, or row i of a constant matrix, counted from 0",
            new OverUnits()),
    /** Element of a vector along its only axis, or row or column of a matrix. */
    INDEX_AXIS(
            names("index_axis"),
            "x, i, axis",
            "element i of a vector, whose only axis is 0; of a constant matrix row i for axis 0, column i for axis 1",
            new OverUnits()),
    /** Element of a matrix. */
    INDEX_2D(
            names("index_2d"),
            "W, i, j",
            "the element in row i and column j of a constant matrix, counted from 0",
            new OverUnits()),
    /** Part of a vector. */
    INDEX_RANGE(names("index_range"), "x, a, b", "the elements of a vector from a to before b", new OverUnits()),
    /** Rotated vector. */
    ROLL(
            names("roll"),
            "x, k",
            "the elements of a vector, each moved k places up, the last ones to the front",
            new OverUnits()),
    /** Joined vectors. */
    CONCATENATE(
            names("concatenate"), "x, y", "the elements of a vector and behind them those of another", new OverUnits()),
    /** Product of a matrix and a vector. */
    MATVEC(names("matvec", "matmul"), "W, x", "the product of a constant matrix and a vector", new OverUnits()),
    /** Sums of rows. */
    WSUM(
            names("wsum"),
            "W, M",
            "for each row of two matrices the sum of their products, element by element",
            new OverUnits()),
    /** Matrix of one row. */
    BROADCAST_PRE(
            names("broadcast_pre"), "x", "a vector as the row of a matrix, as many times as needed", new OverUnits()),
    /** Matrix of one column. */
    BROADCAST_POST(
            names("broadcast_post"),
            "x",
            "a vector as the column of a matrix, as many times as needed",
            new OverUnits()),
    /** Matrix of a vector. */
    RESHAPE2D(
            names("reshape2d"), "x, n, m", "a vector as a matrix of n rows and m columns, row by row", new OverUnits()),
    /** Vector of a matrix. */
    FLATTEN1D(names("flatten1d"), "M", "the elements of a matrix one behind the other, row by row", new OverUnits()),
    /** Straight lines between points. */
    INTERP(
            names("interp"),
            "x, xp, fp",
            "at x the straight line between the points of the vectors xp, which increases, and fp; before the first"
                    + " and behind the last point its fp",
            new OverUnits());

    private final List<String> names;
    private final List<String> parameters;
    private final String description;
    private final Computation computation;

    Function(
            final List<String> names,
            final String parameters,
            final String description,
            final Computation computation) {
        this.names = names;
        this.parameters = List.of(parameters.split(", "));
        this.description = description;
        this.computation = computation;
    }

    /** How a function is computed. */
    public sealed interface Computation {}

    /**
     * A static method from one double to a double.
     *
     * @param owner the public class that has the method
     * @param method the method's name
     * @param operation the same method, to be called from Java
     * @param overLanes whether the class has a method of this name too that does the same, to the last bit, to many numbers
     *     at once: of an array, the first index, the one behind the last, and an array longer by {@link Chunks#ROOM}
     */
    public record Unary(Class<?> owner, String method, DoubleUnaryOperator operation, boolean overLanes)
            implements Computation {
        public Unary {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(operation, "operation");
        }
    }

    /**
     * A static method from two doubles to a double.
     *
     * @param owner the public class that has the method
     * @param method the method's name
     * @param operation the same method, to be called from Java
     */
    public record Binary(Class<?> owner, String method, DoubleBinaryOperator operation) implements Computation {
        public Binary {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(operation, "operation");
        }
    }

    /** Takes whole vectors, so that it is no operation on numbers: later stages put selections and sums in its place. */
    public record OverUnits() implements Computation {}

    /** Takes a condition and two values. */
    @FunctionalInterface
    public interface ChoiceOperator {
        /** Returns {@code otherwise} if the condition is 0, {@code then} if it is any other number, else NaN. */
        double applyAsDouble(double condition, double then, double otherwise);
    }

    /**
     * A static method that takes a condition and two values and returns one of the values.
     *
     * @param owner the public class that has the method
     * @param method the method's name
     * @param operation the same method, to be called from Java
     */
    public record Choice(Class<?> owner, String method, ChoiceOperator operation) implements Computation {
        public Choice {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(operation, "operation");
        }
    }

    /**
     * An expression in the function's parameters that contains each of them once, so that an expansion repeats no work.
     *
     * @param text the expression
     */
    public record Formula(String text) implements Computation {
        public Formula {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Finds a function.
     *
     * @param name one of its names
     * @param arguments how many arguments it is called with
     * @return the function, if there is one
     */
    public static Optional<Function> find(final String name, final int arguments) {
        return named(name).stream()
                .filter(function -> function.parameters.size() == arguments)
                .findFirst();
    }

    /** Returns the functions that a name stands for, none if it is no function's name. */
    public static List<Function> named(final String name) {
        return Arrays.stream(values())
                .filter(function -> function.names.contains(name))
                .toList();
    }

    /** Returns all names of all functions. */
    public static List<String> allNames() {
        return Arrays.stream(values())
                .flatMap(function -> function.names.stream())
                .distinct()
                .toList();
    }

    /** Returns the function's names, first the one that is printed. */
    public List<String> names() {
        return names;
    }

    /** Returns the names of the parameters, as many as the function takes arguments. */
    public List<String> parameters() {
        return parameters;
    }

    /** Returns what the function gives, in a phrase for a list of functions. */
    public String description() {
        return description;
    }

    /** Returns how the function is computed. */
    public Computation computation() {
        return computation;
    }

    /** Tells whether the function takes whole vectors. */
    public boolean isOverUnits() {
        return computation instanceof OverUnits;
    }

    /** Returns how the function is called, for instance {@code log(x, base)}. */
    public String signature() {
        return names.get(0) + "(" + String.join(", ", parameters) + ")";
    }

    /**
     * Writes a call of a function that is defined by a formula as that formula.
     *
     * @param arguments what the function is called with
     * @return the formula with the arguments in the places of the parameters
     * @throws IllegalStateException if the function is no formula
     */
    public Expression expand(final List<Expression> arguments) {
        final Expression body = Bodies.PARSED.get(this);
        if (body == null) {
            throw new IllegalStateException(signature() + " is not defined by a formula");
        }
        return body.substitute(parameter -> arguments.get(parameters.indexOf(parameter)));
    }

    private static List<String> names(final String... names) {
        return List.of(names);
    }

    private static Unary one(final Class<?> owner, final String method, final DoubleUnaryOperator operation) {
        return new Unary(owner, method, operation, false);
    }

    private static Unary overLanes(final Class<?> owner, final String method, final DoubleUnaryOperator operation) {
        return new Unary(owner, method, operation, true);
    }

    private static Binary two(final Class<?> owner, final String method, final DoubleBinaryOperator operation) {
        return new Binary(owner, method, operation);
    }

    private static Formula formula(final String text) {
        return new Formula(text);
    }

    /** A class of its own, because formulas can be parsed only once the table is complete. */
    private static final class Bodies {
        private static final Map<Function, Expression> PARSED = parsed();

        private static Map<Function, Expression> parsed() {
            final Map<Function, Expression> bodies = new EnumMap<>(Function.class);
            for (final Function function : values()) {
                if (function.computation instanceof Formula formula) {
                    bodies.put(function, Expression.parse(formula.text()));
                }
            }
            return Map.copyOf(bodies);
        }
    }
}
