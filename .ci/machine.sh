# What ./test and ./drills look for on a machine, and install from Debian's packages where they may.
# Whoever sources this has a folder $out for what they do not show, and a function give_up that ends the run.

find_sdk() {
  local folder
  for folder in "" "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    dotnet=${folder:+$folder/}dotnet
    if command -v "$dotnet" >/dev/null && "$dotnet" --list-sdks 2>/dev/null | grep -q '^10\.'; then return 0; fi
  done
  return 1
}

# The newest PostgreSQL on the machine that is new enough; installed from Debian's packages where there is none.
find_postgres() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -rV); do
    if [[ -x $folder/initdb && $("$folder/postgres" --version | grep -oE '[0-9]+' | head -n 1) -ge 15 ]]; then postgres=$folder; return 0; fi
  done
  if [[ ${1:-} != again && $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing PostgreSQL…"
    # The package would start a cluster of its own on the usual port.
    mkdir -p /etc/postgresql-common
    [[ -e /etc/postgresql-common/createcluster.conf ]] || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    if (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql) >"$out/postgres.log" 2>&1 </dev/null; then
      find_postgres again && return 0
    fi
    cat "$out/postgres.log"
  fi
  return 1
}

# PostgreSQL does not run as root: the cluster is then user postgres's.
as_postgres() {
  if [[ $(id -u) == 0 ]]; then su postgres -s /bin/sh -c "$1"; else sh -c "$1"; fi
}

roomiest() {
  if [[ -w /dev/shm && $(df -Pm /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }') -ge 2048 ]]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

cluster=
start_postgres() {
  if [[ -n ${CAIRN_POSTGRES:-} ]]; then server=$CAIRN_POSTGRES; return 0; fi
  [[ -n $cluster ]] && return 0
  find_postgres || give_up "PostgreSQL 15 or newer is missing. On Debian or Ubuntu: sudo apt-get install postgresql"
  local port try
  # In memory where there is room: a cluster that is thrown away need not wait for a disk.
  cluster=$(mktemp -d "$(roomiest)/cairn-postgres.XXXXXX") || exit 1
  if [[ $(id -u) == 0 ]]; then chown postgres "$cluster"; fi
  as_postgres "'$postgres/initdb' -D '$cluster/data' -A trust -U postgres --encoding UTF8 --locale C.UTF-8" >"$out/cluster.log" 2>&1 || {
    cat "$out/cluster.log"
    give_up "PostgreSQL could not make a cluster; its output is above."
  }
  for try in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if as_postgres "'$postgres/pg_ctl' -D '$cluster/data' -w -t 60 -l '$cluster/log' -o '-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$cluster -c max_connections=300' start" >>"$out/cluster.log" 2>&1; then
      server="Host=127.0.0.1;Port=$port;Username=postgres"
      return 0
    fi
  done
  cat "$out/cluster.log" "$cluster/log"
  give_up "PostgreSQL did not start; its output is above."
}

