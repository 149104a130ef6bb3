<?php

namespace MediaWiki\Extension\PolicyElements;

use Config;
use GuzzleHttp\Exception\GuzzleException;
use MediaWiki\Http\HttpRequestFactory;
use MediaWiki\Logger\LoggerFactory;
use MediaWiki\Rest\Handler;
use MediaWiki\Rest\Response;
use MediaWiki\Rest\StringStream;
use RequestContext;

/**
 * The endpoint of confirmations. The wiki knows who is signed in; the server keeps the records.
 * This passes them on, with the name of the person, from server to server.
 */
class Acknowledgements extends Handler {

	private const MOST_BYTES = 65536;
	private const TIME_TO_ACT = 10;

	private Config $config;
	private HttpRequestFactory $http;

	public function __construct( Config $config, HttpRequestFactory $http ) {
		$this->config = $config;
		$this->http = $http;
	}

	/** Nothing is written to the wiki itself. */
	public function needsWriteAccess() {
		return false;
	}

	/** Also where only members read: who is not signed in any more is told so, with a 401. */
	public function needsReadAccess() {
		return false;
	}

	public function execute() {
		$request = $this->getRequest();
		$posted = $request->getMethod() === 'POST';
		$body = (string)$request->getBody();
		$server = $this->config->get( 'PolicyElementsServer' );
		$token = $request->getHeaderLine( 'X-CSRF-Token' );
		if ( !$this->getAuthority()->getUser()->isRegistered() ) {
			return $this->problem( 401, 'not-signed-in' );
		}
		if ( $posted && !RequestContext::getMain()->getCsrfTokenSet()->matchToken( $token ) ) {
			return $this->problem( 401, 'not-signed-in' );
		}
		if ( strlen( $body ) > self::MOST_BYTES ) {
			return $this->problem( 413, 'too-large' );
		}
		return $server === null
			? $this->problem( 503, 'no-server' )
			: $this->passOn( $server, $posted ? $body : null );
	}

	private function passOn( string $server, ?string $body ): Response {
		$policy = $this->getRequest()->getQueryParams()['policy'] ?? null;
		$client = $this->http->createGuzzleClient( [
			'allow_redirects' => false,
			'http_errors' => false,
			'timeout' => self::TIME_TO_ACT,
		] );
		try {
			$answer = $client->request( $body === null ? 'GET' : 'POST', $server, array_filter( [
				'body' => $body,
				'headers' => $this->headers( $body !== null ),
				'query' => is_string( $policy ) ? [ 'policy' => $policy ] : null,
			] ) );
		} catch ( GuzzleException $error ) {
			$this->note( $server, $error->getMessage() );
			// No answer: the element keeps the record, and tries again.
			return $this->problem( 503, 'server-unreachable' );
		}
		if ( $answer->getStatusCode() === 404 ) {
			$this->note( $server, '404, not an address of confirmations' );
		}
		$response = $this->response( $answer->getStatusCode(), (string)$answer->getBody() );
		if ( $answer->hasHeader( 'Retry-After' ) ) {
			$response->setHeader( 'Retry-After', $answer->getHeaderLine( 'Retry-After' ) );
		}
		return $response;
	}

	/** For who gave the address: readers cannot tell what is wrong with it. */
	private function note( string $server, string $problem ): void {
		LoggerFactory::getInstance( 'PolicyElements' )->error(
			'Policy Elements: the server at {server}: {problem}',
			[ 'server' => $server, 'problem' => $problem ]
		);
	}

	/**
	 * Who it is says the wiki alone; what the browser says of it is not passed on. Whose answer it
	 * was is, so that the server refuses one that somebody else left in this browser. The server
	 * takes an id in one word, as the wiki writes names in addresses.
	 */
	private function headers( bool $posted ): array {
		$user = RequestContext::getMain()->getUser();
		$headers = [
			'X-Remote-User' => str_replace( [ ',', ';' ], [ '%2C', '%3B' ], $user->getTitleKey() ),
			'X-Remote-Name' => $user->getRealName() ?: $user->getName(),
		];
		if ( !$posted ) {
			return $headers;
		}
		$request = $this->getRequest();
		return $headers + [ 'Content-Type' => 'application/json' ] + array_filter( [
			'Idempotency-Key' => $request->getHeaderLine( 'Idempotency-Key' ),
			'Acknowledgement-Reader' => $request->getHeaderLine( 'Acknowledgement-Reader' ),
		] );
	}

	private function problem( int $status, string $error ): Response {
		return $this->response( $status, json_encode( [ 'status' => $status, 'error' => $error ] ) );
	}

	private function response( int $status, string $json ): Response {
		$response = $this->getResponseFactory()->create();
		$response->setStatus( $status );
		$response->setHeader( 'Content-Type', $status < 400 ? 'application/json' : 'application/problem+json' );
		$response->setHeader( 'Cache-Control', 'no-store' );
		$response->setBody( new StringStream( $json ) );
		return $response;
	}
}
