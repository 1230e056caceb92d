import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the PostgreSQL that a CESM has started in its data directory. */
final class DatabaseProcesses {

    private DatabaseProcesses() {
    }

    /** Its server and every process of it. */
    static List<ProcessHandle> of(Path data, Process program) {
        if (!Files.exists(data.resolve("postgresql/cluster-18/postmaster.pid"))) {
            return List.of();
        }
        List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle.allProcesses()
            .filter(it -> commandLine(it).contains(data + "/postgresql/"))
            .filter(it -> it.pid() != program.pid())
            .forEach(server -> {
                all.add(server);
                server.descendants().forEach(all::add);
            });
        return all;
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline")).replace('\0', ' ');
        }
        catch (IOException gone) {
            return "";
        }
    }

}
