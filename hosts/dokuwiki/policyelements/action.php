<?php

use dokuwiki\Extension\ActionPlugin;
use dokuwiki\Extension\Event;
use dokuwiki\Extension\EventHandler;
use dokuwiki\HTTP\DokuHTTPClient;
use dokuwiki\Logger;

/**
 * The scripts, and the endpoint of confirmations. The wiki knows who is signed in; the server
 * keeps the records. This passes them on, with the name of the person, from server to server.
 */
class action_plugin_policyelements extends ActionPlugin
{
    const MOST_BYTES = 65536;
    const TIME_TO_ACT = 10;

    /** @inheritdoc */
    public function register(EventHandler $controller)
    {
        $controller->register_hook('DOKUWIKI_STARTED', 'AFTER', $this, 'tellWhoReads');
        $controller->register_hook('TPL_METAHEADER_OUTPUT', 'BEFORE', $this, 'addScript');
        $controller->register_hook('AJAX_CALL_UNKNOWN', 'BEFORE', $this, 'answer');
    }

    /** Nothing for who is not signed in. */
    public function tellWhoReads()
    {
        global $JSINFO;
        $JSINFO['plugins']['policyelements'] = $this->token();
    }

    protected function token()
    {
        global $INPUT;
        return ['token' => $INPUT->server->str('REMOTE_USER') === '' ? '' : getSecurityToken()];
    }

    public function addScript(Event $event)
    {
        global $ID, $ACT;
        if ($ACT !== 'preview' && !p_get_metadata($ID, 'plugin_policyelements')) return;
        // Readers have what stands between the tags.
        if (!is_readable(__DIR__ . '/assets/policy-elements.js')) {
            if (auth_quickaclcheck($ID) >= AUTH_EDIT) msg(hsc($this->getLang('assets')), -1);
            return;
        }
        $event->data['script'][] = [
            'type' => 'module',
            'src' => DOKU_BASE . 'lib/plugins/policyelements/assets/policy-elements.js',
            // The template asks for it, also where there is none.
            '_data' => '',
        ];
    }

    public function answer(Event $event)
    {
        if (!in_array($event->data, ['policyelements', 'policyelements_token'])) return;
        $event->preventDefault();
        $event->stopPropagation();
        if ($event->data === 'policyelements') {
            $this->confirm();
        } else {
            // As in the page itself: browsers let no other site read it.
            $this->respond(200, json_encode($this->token()));
        }
    }

    protected function confirm()
    {
        global $INPUT;
        $posted = $INPUT->server->str('REQUEST_METHOD') === 'POST';
        $body = $posted ? file_get_contents('php://input', false, null, 0, self::MOST_BYTES + 1) : '';
        $token = $INPUT->server->str('HTTP_X_CSRF_TOKEN');
        if ($INPUT->server->str('REMOTE_USER') === '') {
            $this->problem(401, 'not-signed-in');
        } elseif ($posted && !hash_equals(getSecurityToken(), $token)) {
            $this->problem(401, 'not-signed-in');
        } elseif (strlen($body) > self::MOST_BYTES) {
            $this->problem(413, 'too-large');
        } elseif (!$this->getConf('server')) {
            $this->problem(503, 'no-server');
        } else {
            $this->passOn($body, $posted);
        }
    }

    protected function passOn($body, $posted)
    {
        global $INPUT;
        $http = new DokuHTTPClient();
        $http->timeout = self::TIME_TO_ACT;
        $http->max_redirect = 0;
        $http->keep_alive = false;
        $http->headers = array_merge($http->headers, $this->headers($posted));
        $policy = $INPUT->get->str('policy');
        $query = $policy === '' ? '' : '?policy=' . rawurlencode($policy);
        $http->sendRequest($this->getConf('server') . $query, $body, $posted ? 'POST' : 'GET');
        if ($http->status < 200) {
            $this->note($http->error);
            // No answer: the element keeps the record, and tries again.
            $this->problem(503, 'server-unreachable');
            return;
        }
        if ((int)$http->status === 404) $this->note('404, not an address of confirmations');
        if (!empty($http->resp_headers['retry-after'])) {
            header('Retry-After: ' . $this->oneLine($http->resp_headers['retry-after']));
        }
        $this->respond($http->status, (string)$http->resp_body);
    }

    /** For who gave the address: readers cannot tell what is wrong with it. */
    protected function note($problem)
    {
        $at = $this->getConf('server');
        Logger::error($this->oneLine("Policy Elements: the server at $at: $problem"));
    }

    /**
     * Who it is says the wiki alone; what the browser says of it is not passed on. Whose answer it
     * was is, so that the server refuses one that somebody else left in this browser.
     */
    protected function headers($posted)
    {
        global $INPUT, $USERINFO;
        $login = $INPUT->server->str('REMOTE_USER');
        $headers = [
            'X-Remote-User' => $this->oneWord($login),
            'X-Remote-Name' => $this->oneLine(empty($USERINFO['name']) ? $login : $USERINFO['name']),
        ];
        if ($posted) {
            $headers['Content-Type'] = 'application/json';
            $headers['Idempotency-Key'] = $this->oneLine($INPUT->server->str('HTTP_IDEMPOTENCY_KEY'));
            $reader = $this->oneLine($INPUT->server->str('HTTP_ACKNOWLEDGEMENT_READER'));
            if ($reader !== '') $headers['Acknowledgement-Reader'] = $reader;
        }
        return $headers;
    }

    protected function oneLine($text)
    {
        return trim(preg_replace('/[\x00-\x1f\x7f]+/', ' ', $text));
    }

    /** An id in one word: the server would take a comma for a list of two. */
    protected function oneWord($text)
    {
        $signs = ['%' => '%25', ' ' => '%20', ',' => '%2C', ';' => '%3B'];
        return strtr($this->oneLine($text), $signs);
    }

    protected function problem($status, $error)
    {
        $this->respond($status, json_encode(['status' => $status, 'error' => $error]));
    }

    protected function respond($status, $json)
    {
        http_response_code($status);
        header('Content-Type: ' . ($status < 400 ? 'application/json' : 'application/problem+json'));
        header('Cache-Control: no-store');
        echo $json;
    }
}
