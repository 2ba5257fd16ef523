package sluice.app.curation.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import sluice.app.curation.BatchResult;
import sluice.app.curation.CurationException;
import sluice.app.curation.Problem;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DisplayHeader;
import sluice.viewer.dicom.PixelSpacing;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.dicom.VoiWindow;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.nifti.NiftiException;
import sluice.viewer.render.ArgbImage;
import sluice.viewer.render.AutoWindow;
import sluice.viewer.render.ColourMap;
import sluice.viewer.render.Frame;
import sluice.viewer.render.FrameRequest;
import sluice.viewer.render.FrameView;
import sluice.viewer.render.Interpolation;
import sluice.viewer.render.Layer;
import sluice.viewer.render.ModalityMap;
import sluice.viewer.render.PlaneView;
import sluice.viewer.render.PngWriter;
import sluice.viewer.render.Presentation;
import sluice.viewer.render.SliceRenderer;
import sluice.viewer.render.SliceRequest;
import sluice.viewer.render.Tone;
import sluice.viewer.render.VoiMap;

/** Writes what the viewer would show of a file or a series as a PNG file, which appears when it is complete. */
public final class RenderPicture {
    private static final int LARGEST = 8192;
    private static final int USUAL_LARGEST = 2048;
    private final PictureSource source;
    private final SecureRandom random;

    public RenderPicture(Codecs codecs, SecureRandom random) {
        this.source = new PictureSource(codecs);
        this.random = random;
    }

    /** A plane of the patient. */
    public enum Plane { AXIAL, CORONAL, SAGITTAL }

    /**
     * What is asked for.
     *
     * @param plane empty: the frames or slices as they were acquired
     * @param slice from 1, nearest to the onlooker first; empty: the middle
     * @param window empty: as the data set says, else from the values
     * @param size empty: one pixel for each of the image, or for the finest step of the volume
     */
    public record Request(Path path, Optional<Plane> plane, Optional<Integer> slice, Optional<Window> window, Optional<Size> size) {}

    /** In units after the modality LUT; width at least 1. */
    public record Window(double centre, double width) {}

    /** In pixels. */
    public record Size(int width, int height) {}

    /**
     * What was written.
     *
     * @param slice from 1
     * @param slices how many there are
     * @param window centre and width; null of colour and of tables
     * @param mmPerPixel null where the scale is not known or differs by direction
     */
    public record Picture(int width, int height, int slice, int slices, Window window, Double mmPerPixel) {}

    private record Painted(ArgbImage image, Picture picture) {}

    /**
     * Writes a picture to a new file.
     *
     * @return one result, or one problem where the path cannot be read or decoded; then nothing was written
     * @throws CurationException where path or slice do not exist, a window or size makes no sense, or the output exists
     */
    public BatchResult<Picture> render(Request request, Path out) throws CurationException, IOException {
        if (!Files.exists(request.path())) {
            throw new CurationException.Unknown("there is nothing at the given path");
        }
        if (Files.exists(out)) {
            throw new CurationException.Refused("the output exists already; nothing was written");
        }
        if (request.size().isPresent() && !fits(request.size().get())) {
            throw new CurationException.Unknown("a picture has 1 to " + LARGEST + " pixels in each direction");
        }
        if (request.window().isPresent() && !(request.window().get().width() >= 1 && Double.isFinite(request.window().get().centre())
                && Double.isFinite(request.window().get().width()))) {
            throw new CurationException.Unknown("a window is a centre and a width of at least 1");
        }
        try {
            Painted painted = request.plane().isEmpty() && source.isDicomFile(request.path()) ? frame(request) : plane(request);
            write(painted.image(), out);
            return new BatchResult<>(List.of(painted.picture()), List.of());
        } catch (CodecException e) {
            return problem(request, e.reason().name(), e);
        } catch (DicomException e) {
            return problem(request, e.reason().name(), e);
        } catch (NiftiException e) {
            return problem(request, e.reason().name(), e);
        } catch (UncheckedIOException e) {
            return problem(request, "UNREADABLE", new IOException("a slice cannot be read"));
        }
    }

    private static boolean fits(Size size) {
        return size.width() >= 1 && size.height() >= 1 && size.width() <= LARGEST && size.height() <= LARGEST;
    }

    private static BatchResult<Picture> problem(Request request, String code, IOException e) {
        return new BatchResult<>(List.of(), List.of(new Problem(request.path().toString(), code, e.getMessage())));
    }

    private Painted frame(Request request) throws CurationException, IOException {
        PictureSource.Single single = source.frame(request.path(), request.slice());
        DisplayHeader header = single.header();
        Frame frame = single.frame();
        PixelSpacing spacing = header.spacing();
        double finest = Math.min(spacing.row(), spacing.column());
        Size size = request.size().orElseGet(() -> usual(frame.columns() * spacing.column() / finest,
                frame.rows() * spacing.row() / finest));
        FrameView view = FrameView.fit(frame.columns(), frame.rows(), spacing, size.width(), size.height());
        Optional<VoiMap> voi = frame instanceof Frame.Grey grey
                ? Optional.of(request.window().map(RenderPicture::map)
                        .orElseGet(() -> AutoWindow.preferred(header, grey.samples(), single.bitsStored())))
                : Optional.empty();
        ArgbImage image = SliceRenderer.alone().render(new FrameRequest(view, frame, voi.map(v -> Tone.of(header, v)),
                Interpolation.LINEAR, header.padding(), FrameRequest.BLACK));
        Double mm = spacing.meaning() == PixelSpacing.Meaning.PATIENT ? spacing.column() / view.zoom() : null;
        return new Painted(image, new Picture(size.width(), size.height(), single.number(), single.of(),
                voi.map(RenderPicture::window).orElse(null), mm));
    }

    private static VoiMap map(Window window) {
        return new VoiMap.Windowed(VoiWindow.of(window.centre(), window.width()));
    }

    private static Window window(VoiMap voi) {
        return voi instanceof VoiMap.Windowed w ? new Window(w.window().centre(), w.window().width()) : null;
    }

    private static Size usual(double width, double height) {
        double scale = Math.min(1, USUAL_LARGEST / Math.max(width, height));
        return new Size((int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
    }

    private Painted plane(Request request) throws CurationException, IOException {
        PictureSource.Shown shown = source.volume(request.path());
        VoxelGrid grid = shown.voxels().grid();
        Vec3 spacing = grid.spacing();
        double finest = Math.min(spacing.x(), Math.min(spacing.y(), spacing.z()));
        PlaneView whole = request.plane().isEmpty() ? PlaneView.ofSlice(grid, (grid.nz() - 1) / 2.0, 1, 1)
                : PlaneView.fit(PlaneView.Standard.valueOf(request.plane().get().name()), grid, 1, 1);
        double step = request.plane().isEmpty() ? Math.min(spacing.x(), spacing.y()) : finest;
        Size size = request.size().orElseGet(() -> usual(across(request, grid, whole.right()) / step,
                across(request, grid, whole.down()) / step));
        int count;
        int chosen;
        PlaneView view;
        if (request.plane().isEmpty()) {
            count = grid.nz();
            chosen = PictureSource.chosen(request.slice(), count);
            view = PlaneView.ofSlice(grid, chosen - 1, size.width(), size.height());
        } else {
            Vec3 perMm = grid.indexToLps().inverse().applyDirection(whole.normal());
            double apart = 1 / Math.max(Math.abs(perMm.x()), Math.max(Math.abs(perMm.y()), Math.abs(perMm.z())));
            count = (int) Math.max(1, Math.round(PlaneView.extent(grid, whole.normal()) / apart));
            chosen = PictureSource.chosen(request.slice(), count);
            view = PlaneView.fit(whole.right(), whole.down(), grid, size.width(), size.height())
                    .moved((chosen - (count + 1) / 2.0) * apart);
        }
        VoiMap voi = request.window().map(RenderPicture::map).orElseGet(() -> voi(shown));
        Tone tone = shown.header().map(h -> Tone.of(h, voi))
                .orElseGet(() -> new Tone(new ModalityMap.Linear(Rescale.NONE), voi, Presentation.IDENTITY, ColourMap.grey()));
        ArgbImage image = SliceRenderer.alone().render(SliceRequest.of(view, Layer.Image.of(shown.voxels(), tone)));
        return new Painted(image, new Picture(size.width(), size.height(), chosen, count, window(voi), view.mmPerPixel()));
    }

    /** mm across: of an acquired slice its own, of a plane those of the whole volume. */
    private static double across(Request request, VoxelGrid grid, Vec3 direction) {
        return request.plane().isPresent() ? PlaneView.extent(grid, direction)
                : grid.nx() * Math.abs(grid.indexToLps().x().dot(direction)) + grid.ny() * Math.abs(grid.indexToLps().y().dot(direction));
    }

    private static VoiMap voi(PictureSource.Shown shown) {
        List<VoiWindow> windows = shown.header().map(DisplayHeader::windows).orElse(List.of());
        return new VoiMap.Windowed(windows.isEmpty() ? AutoWindow.of(shown.voxels()) : windows.get(0));
    }

    private void write(ArgbImage image, Path out) throws IOException {
        Path part = out.toAbsolutePath().resolveSibling(".sluice" + Long.toHexString(random.nextLong()) + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream stream = Channels.newOutputStream(channel);
                PngWriter.write(image, stream);
                channel.force(true);
            }
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
