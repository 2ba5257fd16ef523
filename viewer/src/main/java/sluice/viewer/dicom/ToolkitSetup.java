package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import org.aoju.bus.logger.AbstractAware;
import org.aoju.bus.logger.Log;
import org.aoju.bus.logger.LogFactory;
import org.aoju.bus.logger.level.Level;

/**
 * Two settings that the toolkit keeps for the whole process. It must not log: its messages hold values of the data set,
 * it searches for a logging library in a brittle way, and its factory for the JDK's writes to standard output; so it gets
 * one that drops everything. And text whose data set names no character set, or one that nobody knows, is read as ISO
 * 8859-1, which keeps every byte, and not in a Chinese one.
 */
final class ToolkitSetup extends LogFactory {
    static {
        LogFactory.setCurrentLogFactory(new ToolkitSetup());
        SpecificCharacterSet.setDefaultCharacterSet("ISO_IR 100");
    }

    private ToolkitSetup() {
        super("none");
    }

    /** Has its effect at the first call. */
    static void apply() {
        // the class is initialised
    }

    @Override
    public Log createLog(String name) {
        return new Silence();
    }

    @Override
    public Log createLog(Class<?> type) {
        return new Silence();
    }

    private static final class Silence extends AbstractAware {
        private static final long serialVersionUID = 1L;

        @Override
        public String getName() {
            return "none";
        }

        @Override
        public boolean isTrace() {
            return false;
        }

        @Override
        public boolean isDebug() {
            return false;
        }

        @Override
        public boolean isInfo() {
            return false;
        }

        @Override
        public boolean isWarn() {
            return false;
        }

        @Override
        public boolean isError() {
            return false;
        }

        @Override
        public void trace(String caller, Throwable error, String format, Object... arguments) {}

        @Override
        public void debug(String caller, Throwable error, String format, Object... arguments) {}

        @Override
        public void info(String caller, Throwable error, String format, Object... arguments) {}

        @Override
        public void warn(String caller, Throwable error, String format, Object... arguments) {}

        @Override
        public void error(String caller, Throwable error, String format, Object... arguments) {}

        @Override
        public void log(String caller, Level level, Throwable error, String format, Object... arguments) {}
    }
}
