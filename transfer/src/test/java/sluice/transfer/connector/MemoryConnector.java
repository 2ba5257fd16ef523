package sluice.transfer.connector;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import sluice.transfer.receipt.Evidence;

/** A destination in memory whose every step can be made to fail. */
public final class MemoryConnector implements Connector {
    private static final int BLOCK = 1000;
    /** What stands at the destination, by full file name. */
    public final Map<String, byte[]> files = new TreeMap<>();
    /** Every step that was tried, e.g. {@code append name 17}. */
    public final List<String> steps = new ArrayList<>();
    private final Set<Capability> capabilities;
    private Faults faults = step -> { };
    private boolean readable = true;

    public MemoryConnector(Capability... capabilities) {
        this.capabilities = Set.of(capabilities);
    }

    /** Decides before each step whether it fails. */
    public interface Faults {
        void at(String step) throws TransferException;
    }

    public MemoryConnector failing(Faults next) {
        this.faults = next;
        return this;
    }

    public MemoryConnector unreadable() {
        this.readable = false;
        return this;
    }

    private void step(String step) throws TransferException {
        steps.add(step);
        faults.at(step);
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public int version() {
        return 7;
    }

    @Override
    public List<OptionSpec> options() {
        return List.of();
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Session open(DestinationOptions options) throws TransferException {
        step("open");
        return new MemorySession();
    }

    /** Opens it as a destination without options. */
    public static FileSession open(Connector connector) throws TransferException {
        return (FileSession) connector.open(DestinationOptions.of(connector, Map.of(), SecretSource.none()));
    }

    private final class MemorySession implements FileSession {
        @Override
        public String peer() {
            return "memory-peer";
        }

        @Override
        public OptionalLong length(String remoteName, Place place) throws TransferException {
            step("length " + place.fileName(remoteName));
            byte[] found = files.get(place.fileName(remoteName));
            return found == null ? OptionalLong.empty() : OptionalLong.of(found.length);
        }

        @Override
        public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
            step("append " + upload.remoteName() + " " + offset);
            String part = Place.PART.fileName(upload.remoteName());
            ByteArrayOutputStream stored = new ByteArrayOutputStream();
            stored.write(files.getOrDefault(part, new byte[0]), 0, (int) offset);
            files.put(part, stored.toByteArray());
            listener.tell(offset, upload.size());
            try (LocalSource source = LocalSource.open(upload)) {
                ByteBuffer block = ByteBuffer.allocate(BLOCK);
                long position = offset;
                for (int n = source.read(block, position); n > 0; n = source.read(block, position)) {
                    faults.at("block " + upload.remoteName() + " " + position);
                    stored.write(block.array(), 0, n);
                    files.put(part, stored.toByteArray());
                    block.clear();
                    position += n;
                    listener.tell(position, upload.size());
                }
            }
        }

        @Override
        public Evidence evidence(Upload upload, Place place) throws TransferException {
            step("evidence " + place.fileName(upload.remoteName()));
            byte[] found = files.get(place.fileName(upload.remoteName()));
            return readable ? new Evidence.ReadBack(Samples.sha256(found)) : new Evidence.SizeOnly(found.length);
        }

        @Override
        public void publish(Upload upload) throws TransferException {
            step("publish " + upload.remoteName());
            if (files.containsKey(upload.remoteName())) {
                throw new TransferException.Conflict();
            }
            files.put(upload.remoteName(), files.remove(Place.PART.fileName(upload.remoteName())));
            faults.at("published " + upload.remoteName());
        }

        @Override
        public void discardPart(String remoteName) throws TransferException {
            step("discard " + remoteName);
            files.remove(Place.PART.fileName(remoteName));
        }

        @Override
        public List<RemoteEntry> list() {
            return files.entrySet().stream().map(file -> new RemoteEntry(file.getKey(), file.getValue().length)).toList();
        }

        @Override
        public void close() {
            steps.add("close");
        }
    }
}
